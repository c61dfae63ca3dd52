"""What all engines in Python have in common: reading tensors, writing outputs.

    with_ENGINE.py --version
    with_ENGINE.py MODEL TENSORS OUTPUTS NAME...

TENSORS is a list of uint8 tensors of three dimensions: their count, then for each its three
dimensions and its elements. Each is given to the model's only input. OUTPUTS gets the outputs NAME of
each in turn, every element as float32. Whole numbers are uint32; all is little-endian.
"""

import sys
from collections.abc import Callable, Iterator, Sequence

import numpy as np

Run = Callable[[np.ndarray], Sequence[np.ndarray]]


def main(version: str, load: Callable[[str, Sequence[str]], Run]) -> None:
    """`load` takes the model's path and the names of its outputs."""
    if sys.argv[1:] == ["--version"]:
        print(version)
        return
    model, tensors, outputs, *names = sys.argv[1:]
    run = load(model, names)
    with open(outputs, "wb") as file:
        for tensor in read_tensors(tensors):
            for output in run(tensor):
                file.write(np.asarray(output).astype("<f4").tobytes())


def read_tensors(path: str) -> Iterator[np.ndarray]:
    numbers = lambda count: np.fromfile(file, "<u4", count).tolist()
    with open(path, "rb") as file:
        for _ in range(*numbers(1)):
            shape = numbers(3)
            yield np.fromfile(file, np.uint8, int(np.prod(shape))).reshape(shape)
