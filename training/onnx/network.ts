/** Sizes without the batch dimension, channels last, as tfjs counts them. */
export type Shape = readonly number[];

/** A float32 tensor of a layer. */
export interface Weight {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** One layer as `model.json` describes it, called once. */
export interface Layer {
  /** Unique in its network. */
  readonly name: string;
  /** tfjs's class, such as 'Dense'. */
  readonly className: string;
  /** The layer's settings under Keras's names, such as `use_bias`. */
  readonly config: Readonly<Record<string, unknown>>;
  /** By Keras's names, such as 'kernel'. */
  readonly weights: Readonly<Record<string, Weight>>;
  /** Names of the layers that feed it, in the order of its arguments. */
  readonly inbound: readonly string[];
}

/**
 * A graph of layers with one output each. Nested models are laid flat, and a layer called twice is two
 * layers with the same weights.
 */
export interface Network {
  readonly name: string;
  /** Names of its InputLayers, in the order of the model's arguments. */
  readonly inputs: readonly string[];
  /** In topological order, InputLayers among them. */
  readonly layers: readonly Layer[];
  /** Names of the layers whose outputs are the network's. */
  readonly outputs: readonly string[];
}
