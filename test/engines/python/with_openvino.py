"""float32 throughout; OPENVINO_DEFAULT=1 leaves the precision to OpenVINO, as its users mostly do."""

import os

import openvino
from harness import main


def load(model, names):
    config = {} if os.environ.get("OPENVINO_DEFAULT") else {"INFERENCE_PRECISION_HINT": "f32"}
    compiled = openvino.compile_model(model, "CPU", config)

    def run(tensor):
        results = compiled(tensor)
        return [results[name] for name in names]

    return run


main(openvino.__version__.split("-")[0], load)
