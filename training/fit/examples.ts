/** A label of pictures that show no digit. */
export const NOT_A_DIGIT = 10;

/** What an epoch is trained on. */
export interface Examples {
  readonly count: number;
  /** [count * 784], as in `seen`. */
  readonly pixels: Uint8Array;
  /** [count], 0 to 9, or NOT_A_DIGIT. */
  readonly labels: Uint8Array;
}

/** Gives each epoch its examples; always the same ones for an index, which begins at 0. */
export interface ExampleSource {
  readonly round: (index: number) => Promise<Examples>;
}
