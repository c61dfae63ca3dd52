"""
float32 throughout; OPENVINO_DEFAULT=1 leaves the precision to OpenVINO, as its users mostly do. Where the processor
has bfloat16 it chooses that.
"""

import os

import openvino
from harness import main


HINT = "INFERENCE_PRECISION_HINT"
OWN_CHOICE = bool(os.environ.get("OPENVINO_DEFAULT"))


def version():
    number = openvino.__version__.split("-")[0]
    if not OWN_CHOICE:
        return number
    return f"{number}, {openvino.Core().get_property('CPU', HINT).get_type_name()}"


def load(model, names):
    config = {} if OWN_CHOICE else {HINT: "f32"}
    compiled = openvino.compile_model(model, "CPU", config)

    def run(tensor):
        results = compiled(tensor)
        return [results[name] for name in names]

    return run


main(version(), load)
