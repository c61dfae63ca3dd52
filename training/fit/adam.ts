/** Decay rates and epsilon of Kingma and Ba, "Adam", 2015, algorithm 1. */
const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;

/** What Adam remembers between steps: one list an array of weights, in their order. */
export interface AdamState {
  readonly step: number;
  readonly first: readonly Float32Array[];
  readonly second: readonly Float32Array[];
}

/**
 * Adam on plain arrays, with weight decay apart from the gradient (Loshchilov and Hutter, "Decoupled Weight
 * Decay Regularization", 2019, algorithm 2). Unlike tfjs's its state can be saved and taken up again without
 * changing a bit of what follows, and it takes one pass over the weights instead of a dozen operations.
 */
export class Adam {
  readonly #first: readonly Float32Array[];
  readonly #second: readonly Float32Array[];
  #step: number;

  /** @param state of before; none at the beginning */
  constructor(sizes: readonly number[], state?: AdamState) {
    const copies = (arrays?: readonly Float32Array[]) =>
      sizes.map((size, index) => arrays?.[index]?.slice() ?? new Float32Array(size));
    this.#first = copies(state?.first);
    this.#second = copies(state?.second);
    this.#step = state?.step ?? 0;
  }

  /** The arrays go on changing with each step. */
  get state(): AdamState {
    return { step: this.#step, first: this.#first, second: this.#second };
  }

  /**
   * Moves the weights one step.
   *
   * @param decays for each array, the share of it that a step at a learning rate of 1 takes away
   */
  update(
    weights: readonly Float32Array[],
    gradients: readonly Float32Array[],
    rate: number,
    decays: readonly number[],
  ): void {
    this.#step += 1;
    const correction = Math.sqrt(1 - BETA_2 ** this.#step) / (1 - BETA_1 ** this.#step);
    for (const [index, own] of weights.entries()) {
      const [gradient, first, second] = [gradients[index], this.#first[index], this.#second[index]];
      if (!gradient || !first || !second) throw new RangeError(`No gradient of array ${index}.`);
      const kept = 1 - rate * (decays[index] ?? 0);
      move(own, { gradient, first, second, kept, rate: rate * correction });
    }
  }
}

interface Move {
  readonly gradient: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly kept: number;
  readonly rate: number;
}

function move(weights: Float32Array, { gradient, first, second, kept, rate }: Move): void {
  for (let i = 0; i < weights.length; i += 1) {
    const slope = gradient[i] ?? 0;
    const m = BETA_1 * (first[i] ?? 0) + (1 - BETA_1) * slope;
    const v = BETA_2 * (second[i] ?? 0) + (1 - BETA_2) * slope * slope;
    first[i] = m;
    second[i] = v;
    weights[i] = kept * (weights[i] ?? 0) - (rate * m) / (Math.sqrt(v) + EPSILON);
  }
}
