/** A place that the pen passed, in pixels of the picture from its top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
  /** How wide the pen draws there, in pixels. */
  readonly width: number;
}

/** The pen's places from touching the paper to leaving it, at least one. */
export type Stroke = readonly Point[];
