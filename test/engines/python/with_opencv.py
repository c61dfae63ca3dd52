import cv2
from harness import main


def load(model, names):
    net = cv2.dnn.readNetFromONNX(model)

    def run(tensor):
        net.setInput(tensor)
        return net.forward(names)

    return run


main(cv2.__version__, load)
