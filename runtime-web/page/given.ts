import type { Picture } from '../../core/index.ts';

/** What is to be read. */
export type Given = DrawingGiven | FileGiven;

export interface DrawingGiven {
  readonly kind: 'drawing';
  readonly picture: Picture;
  /** How many strokes are finished. */
  readonly strokes: number;
  /** Whether the pen is still on the paper. */
  readonly isUnderWay: boolean;
}

export interface FileGiven {
  readonly kind: 'file';
  readonly file: File;
}
