from importlib.metadata import version

import onnx
import torch
from harness import main
from onnx2torch import convert


def load(model, names):
    proto = onnx.load(model)
    module = convert(proto).eval()
    places = [[output.name for output in proto.graph.output].index(name) for name in names]

    def run(tensor):
        with torch.no_grad():
            results = module(torch.from_numpy(tensor))
        results = results if isinstance(results, (list, tuple)) else [results]
        return [results[place].numpy() for place in places]

    return run


main(f"{version('onnx2torch')}, PyTorch {torch.__version__}", load)
