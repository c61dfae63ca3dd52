/**
 * What a released model takes and gives. The graph is written by `training/`; every runtime reads it
 * through these names and shapes, and a change to any of them is a new MAJOR version of the model.
 */

/** The digits 0 to 9, in the order of `logits` and `probabilities`. */
export const CLASS_COUNT = 10;

/** Side of the square picture that the classifier looks at, in pixels (MNIST's). */
export const SEEN_SIDE = 28;

/** The full model: raw pixels to answer. */
export const FULL_MODEL = {
  file: 'digits.onnx',
  /** uint8 [height, width, channels]: 1 grey, 2 grey + alpha, 3 RGB, 4 RGBA. */
  input: 'image',
  outputs: {
    /** int32 [1]: the answer, 0 to 9. */
    digit: 'digit',
    /** float32 [10]. */
    logits: 'logits',
    /** float32 [10], adding up to 1. */
    probabilities: 'probabilities',
    /** uint8 [1]: 0 where the picture holds no ink. */
    found: 'found',
    /**
     * uint8 [1]: 1 where ink was found and the largest probability is at least the threshold `sure_from` that
     * the file's metadata name; else 0, and one should say "not sure" instead of the digit.
     */
    sure: 'sure',
    /** int32 [4]: x, y, width, height of the ink, in pixels of the picture. */
    box: 'box',
    /** uint8 [28, 28]: what the classifier looks at, ink bright on black. */
    seen: 'seen',
  },
} as const;

/** The classifier alone: prepared pictures to logits, for batches. */
export const CLASSIFIER_MODEL = {
  file: 'digits-classifier.onnx',
  /** uint8 [N, 28, 28], as in `seen`. */
  input: 'pixels',
  /** float32 [N, 10]. */
  outputs: { logits: 'logits' },
} as const;
