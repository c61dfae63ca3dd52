import type { Picture } from '../../core/index.ts';

/** A picture of which the digit is known. */
export interface LabelledPicture {
  readonly name: string;
  /** 0 to 9. */
  readonly label: number;
  readonly picture: Picture;
}
