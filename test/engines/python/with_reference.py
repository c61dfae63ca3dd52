import onnx
from harness import main
from onnx.reference import ReferenceEvaluator


def load(model, names):
    session = ReferenceEvaluator(model)
    (image,) = session.input_names
    return lambda tensor: session.run(names, {image: tensor})


main(onnx.__version__, load)
