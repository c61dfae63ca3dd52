import onnxruntime
from harness import main


def load(model, names):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, ["CPUExecutionProvider"])
    (image,) = session.get_inputs()
    return lambda tensor: session.run(names, {image.name: tensor})


main(onnxruntime.__version__, load)
