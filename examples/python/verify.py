"""Does ONNX Runtime answer with the released bits here?

Draws the golden pictures by the recipe in models/conformance/README.md, runs the model on them, and
compares every answer with models/conformance/expected.json, and all of them with the digests.

    python examples/python/verify.py [--model FILE] [--kit DIR] [--mnist FILE [--classifier FILE]]
                                      [--json]

Needs onnxruntime (1.20 or newer) and numpy. The exit code is 0 where all is the same, 1 where not.
"""

import argparse
import hashlib
import json
import os
import sys
import time

# ONNX Runtime reads it when it is imported; from 1.29 on it would report usage to its maker.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import numpy as np
import onnxruntime as ort

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")

SIZES = [tuple(map(int, size.split("x"))) for size in (
    "28x28 28x28 1x1 8x8 16x16 1x40 40x1 2x2 20x20 3x500 500x3 32x32 64x48 48x64 100x100 5x7 "
    "280x280 28x29 27x28 1000x1000 150x40 40x150 256x255 129x257 320x240 1x1000 1000x1 7x300 "
    "90x160 640x480 12x12 33x31"
).split()]

LOOKS = 8
BLANK, CHAOS, GRADIENT, DARK_ON_LIGHT, LIGHT_ON_DARK, ON_GRADIENT, NOISY, CUT_OUT = range(LOOKS)

GLYPHS = [
    "30 50 62 66 58 38 26 22 30",
    "32 50 58",
    "22 30 50 62 63 28 68",
    "21 30 50 62 53 44,44 55 66 58 38 27",
    "20 24 64,60 68",
    "60 20 23 43 55 66 58 38 27",
    "50 32 25 26 38 58 66 55 45 26",
    "20 60 38",
    "50 30 22 33 55 66 58 38 26 35 53 62 50",
    "62 50 30 22 33 53 62,62 58",
]

GOLDEN_COUNT = len(SIZES) * LOOKS


def hashed(numbers):
    n = np.asarray(numbers, dtype=np.uint64) & 0xFFFFFFFF
    n = ((n ^ (n >> 16)) * 0x7FEB352D) & 0xFFFFFFFF
    n = ((n ^ (n >> 15)) * 0x846CA68B) & 0xFFFFFFFF
    return n ^ (n >> 16)


def golden_picture(index):
    """uint8 [height, width, channels]."""
    round_ = index // len(SIZES)
    width, height = SIZES[index % len(SIZES)]
    if min(width, height) > 300:
        width, height = width // (round_ + 1), height // (round_ + 1)
    channels = (index // LOOKS + round_) % 4 + 1
    look = (index + round_) % LOOKS

    def choose(question, count):
        return int(hashed(16 * index + question)) % count

    y, x, c = np.indices((height, width, channels))
    byte = np.arange(height * width * channels).reshape(height, width, channels)
    noise = (hashed(int(hashed(16 * index)) + byte) % 256).astype(np.int64)
    shade = 64 * x // width + 64 * y // height
    paper, ink, paper_alpha, ink_alpha = {
        BLANK: lambda: (choose(5, 256), None, choose(7, 256), None),
        CHAOS: lambda: (noise, None, noise, None),
        GRADIENT: lambda: (255 * x // width, None, 255 * y // height, None),
        DARK_ON_LIGHT: lambda: (255 - choose(5, 64) - 16 * c, choose(6, 64) + 32 * c, 255, 255),
        LIGHT_ON_DARK: lambda: (choose(5, 64) + 16 * c, 255 - choose(6, 64) - 32 * c, 255, 255),
        ON_GRADIENT: lambda: (255 - shade, choose(6, 64), 255 - shade, 255 - shade),
        NOISY: lambda: (255 - noise % 64, noise % 64, 255, 255),
        CUT_OUT: lambda: (noise, choose(6, 64), 0, 255),
    }[look]()
    is_alpha = (c == channels - 1) if channels % 2 == 0 else np.zeros(c.shape, bool)
    picture = np.where(is_alpha, paper_alpha, paper)
    if ink is not None:
        covered = inked(index % 10, width, height, choose)[:, :, np.newaxis]
        picture = np.where(covered, np.where(is_alpha, ink_alpha, ink), picture)
    return picture.astype(np.uint8)


def inked(digit, width, height, choose):
    """bool [height, width]: the pixels that a digit covers. All lengths are in half pixels."""
    side = 2 * min(width, height) * (50 + choose(3, 51)) // 100
    left, top = choose(1, 2 * width - side + 1), choose(2, 2 * height - side + 1)
    near = max(1, side * (3 + choose(4, 4)) // 100) ** 2
    y, x = np.indices((height, width)) * 2 + 1
    covered = np.zeros((height, width), bool)
    for stroke in GLYPHS[digit].split(","):
        points = [(left + int(p[0]) * side // 8, top + int(p[1]) * side // 8) for p in stroke.split()]
        for (ax, ay), (bx, by) in zip(points, points[1:]):
            dx, dy, px, py = bx - ax, by - ay, x - ax, y - ay
            along, length = px * dx + py * dy, dx * dx + dy * dy
            from_start, from_end = px * px + py * py, (px - dx) ** 2 + (py - dy) ** 2
            beside = (px * dy - py * dx) ** 2 <= near * length
            covered |= np.where(
                along <= 0, from_start <= near, np.where(along >= length, from_end <= near, beside)
            )
    return covered


class Digests:
    """As models/conformance/README.md defines them."""

    def __init__(self):
        self.pictures, self.logits, self.answers = 0, hashlib.sha256(), hashlib.sha256()

    def add(self, answer):
        found, sure = int(answer["found"][0]), int(answer["sure"][0])
        digit = answer["digit"].astype("<i4") if found else np.array([-1], "<i4")
        # Adding 0 makes -0 a 0.
        logits = (answer["logits"] + np.float32(0)).astype("<f4").tobytes()
        probabilities = (answer["probabilities"] + np.float32(0)).astype("<f4").tobytes()
        box = answer["box"].astype("<i4").tobytes()
        self.pictures += 1
        self.logits.update(logits)
        self.answers.update(bytes([found, sure]) + digit.tobytes() + box + logits + probabilities)
        self.answers.update(answer["seen"].tobytes())

    def result(self):
        return {
            "pictures": self.pictures,
            "logits": self.logits.hexdigest(),
            "answers": self.answers.hexdigest(),
        }


def open_session(path):
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    return ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def open_model(path):
    """From a picture, uint8 [height, width, channels], to its answer, arrays by name."""
    session = open_session(path)
    names = [output.name for output in session.get_outputs()]
    return lambda picture: dict(zip(names, session.run(names, {"image": picture})))


def differences(picture, answer, wanted):
    """The names of what is not as in the kit."""
    found = bool(answer["found"][0])
    here = {
        "height": picture.shape[0],
        "width": picture.shape[1],
        "channels": picture.shape[2],
        "pixels": hashlib.sha256(picture.tobytes()).hexdigest(),
        "digit": int(answer["digit"][0]) if found else None,
        "found": found,
        "sure": bool(answer["sure"][0]),
        "box": answer["box"].tolist(),
        "logits": answer["logits"].astype(float).tolist(),
        "probabilities": answer["probabilities"].astype(float).tolist(),
        "seen": hashlib.sha256(answer["seen"].tobytes()).hexdigest(),
    }
    return [name for name, value in here.items() if value != wanted[name]]


def check_golden(read, wanted, say):
    digests, differing = Digests(), 0
    for index in range(GOLDEN_COUNT):
        picture = golden_picture(index)
        answer = read(picture)
        digests.add(answer)
        names = differences(picture, answer, wanted[index])
        if names:
            differing += 1
            say(f"Golden picture {index} differs: {', '.join(names)}")
    return digests.result(), differing


def check_mnist(read, path):
    """All pictures of an IDX file, t10k-images-idx3-ubyte; also gives what the classifier saw of them."""
    digests, seen = Digests(), []
    for picture in np.fromfile(path, np.uint8, offset=16).reshape(-1, 28, 28, 1):
        answer = read(picture)
        digests.add(answer)
        seen.append(answer["seen"])
    return digests.result(), np.stack(seen)


def check_classifier(path, seen):
    classifier = open_session(path)
    batches = [classifier.run(["logits"], {"pixels": seen[i : i + 500]})[0] for i in range(0, len(seen), 500)]
    logits = (np.concatenate(batches) + np.float32(0)).astype("<f4")
    return {"pictures": len(seen), "logits": hashlib.sha256(logits.tobytes()).hexdigest()}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", default=os.path.join(ROOT, "models", "digits.onnx"))
    parser.add_argument("--kit", default=os.path.join(ROOT, "models", "conformance"))
    parser.add_argument("--mnist", help="t10k-images-idx3-ubyte: checks the MNIST test pictures too")
    parser.add_argument("--classifier", help="digits-classifier.onnx: checked on them as well")
    parser.add_argument("--json", action="store_true", help="the digests as one JSON object")
    return parser.parse_args()


def timed(function, *given):
    started = time.perf_counter()
    result = function(*given)
    return result, time.perf_counter() - started


def main():
    given = arguments()
    with open(os.path.join(given.kit, "expected.json"), encoding="utf-8") as file:
        kit = json.load(file)
    read = open_model(given.model)
    say = (lambda text: print(text, file=sys.stderr)) if given.json else print

    wanted, here, seconds = dict(kit["digests"]), {}, {}
    (here["golden"], differing), seconds["golden"] = timed(check_golden, read, kit["pictures"], say)
    if given.mnist:
        (here["mnistTest"], seen), seconds["mnistTest"] = timed(check_mnist, read, given.mnist)
        if given.classifier:
            wanted["classifier"] = {name: wanted["mnistTest"][name] for name in ("pictures", "logits")}
            here["classifier"], seconds["classifier"] = timed(check_classifier, given.classifier, seen)
    same = all(here[name] == wanted[name] for name in here) and not differing

    if given.json:
        print(json.dumps({"version": ort.__version__, "digests": here, "seconds": seconds}))
        return 0 if same else 1
    for name, digests in here.items():
        verdict = "same" if digests == wanted[name] else "DIFFERS"
        print(f"{name}: {digests['pictures']} pictures, logits {digests['logits'][:12]}: {verdict}")
    print(
        f"ONNX Runtime {ort.__version__} gives the released bits."
        if same
        else f"ONNX Runtime {ort.__version__} does NOT give the released bits."
    )
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
