"""ORT_NO_MEMORY_PATTERNS=1 leaves out the memory plan that 1.17 and 1.18 get wrong: with it they reuse memory
too early, from the second picture of one size on."""

import os

import onnxruntime
from harness import main


def load(model, names):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.enable_mem_pattern = "ORT_NO_MEMORY_PATTERNS" not in os.environ
    session = onnxruntime.InferenceSession(model, options, ["CPUExecutionProvider"])
    (image,) = session.get_inputs()
    return lambda tensor: session.run(names, {image.name: tensor})


main(onnxruntime.__version__, load)
