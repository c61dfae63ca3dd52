import type { Picture } from '../../../core/index.ts';
import type { Grey } from '../transform/grey.ts';

/** A picture, and where what it shows is drawn in it. */
export interface Drawn {
  readonly picture: Picture;
  /** How much of its ink covers each pixel, 0 to 255; UNCERTAIN where the ink is another's. */
  readonly ink: Grey;
}

/** A cover between that of paper and that of ink: a pixel may be taken for either. */
export const UNCERTAIN = 40;
