export interface WayOptions {
  readonly signal: AbortSignal;
  /** A file for what programs print. */
  readonly log: string;
}

/** A way to ready tfjs-node's native library. */
export interface Way {
  readonly name: string;
  /**
   * Puts the library into `deps` and the addon into `lib`.
   *
   * @param folder a copy of the package
   */
  readonly ready: (folder: string, options: WayOptions) => Promise<void>;
}
