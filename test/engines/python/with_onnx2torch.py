from importlib.metadata import version

import numpy as np
import onnx
import torch
from harness import main
from onnx import numpy_helper
from onnx2torch import convert


def with_float_weights(proto):
    """onnx2torch takes the weights of a convolution as constants only, not as the Cast of one."""
    constants = {constant.name: constant for constant in proto.graph.initializer}
    for node in list(proto.graph.node):
        is_float = node.op_type == "Cast" and node.attribute[0].i == onnx.TensorProto.FLOAT
        if is_float and node.input[0] in constants:
            values = numpy_helper.to_array(constants[node.input[0]]).astype(np.float32)
            proto.graph.initializer.append(numpy_helper.from_array(values, node.output[0]))
            proto.graph.node.remove(node)
    return proto


def load(model, names):
    proto = with_float_weights(onnx.load(model))
    module = convert(proto).eval()
    places = [[output.name for output in proto.graph.output].index(name) for name in names]

    def run(tensor):
        with torch.no_grad():
            results = module(torch.from_numpy(tensor))
        results = results if isinstance(results, (list, tuple)) else [results]
        return [results[place].numpy() for place in places]

    return run


main(f"{version('onnx2torch')}, PyTorch {torch.__version__}", load)
