import type { Picture } from '../../../core/index.ts';
import type { Grey } from '../transform/grey.ts';

/** A picture, and where what it shows is drawn in it. */
export interface Drawn {
  readonly picture: Picture;
  /** How much ink covers each pixel, 0 to 255. */
  readonly ink: Grey;
}
