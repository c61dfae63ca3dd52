import type * as tfjs from '@tensorflow/tfjs';

export type BackendName = 'native' | 'wasm';

/** tfjs, ready to compute. */
export interface Backend {
  readonly tf: typeof tfjs;
  readonly name: BackendName;
  /** Of what its numbers depend on, by name. */
  readonly versions: Readonly<Record<string, string>>;
}
