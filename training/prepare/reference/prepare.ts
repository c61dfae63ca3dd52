import { toGrey } from './grey.ts';
import { findInk } from './ink.ts';
import type { InkBox } from './ink-box.ts';
import type { Matrix } from './matrix.ts';
import { normalise } from './normalise.ts';
import type { Image } from './image.ts';
import { shrink } from './shrink.ts';

export interface Prepared {
  readonly seen: Matrix;
  readonly found: boolean;
  /** In pixels of the picture given. */
  readonly box: InkBox;
}

/** The preparation as it is meant: loops over whole numbers, no graph. */
export function prepare(image: Image): Prepared {
  const shrunk = shrink(image);
  const grey = toGrey(shrunk);
  const ink = findInk(grey);
  const { found } = ink;
  return {
    seen: normalise(grey.picture, ink),
    found,
    box: found ? enlarged(ink.box, shrunk.stride, image) : NO_BOX,
  };
}

const NO_BOX = { top: 0, left: 0, height: 0, width: 0 };

/** From pixels of the shrunk picture to those of the picture given. */
function enlarged(box: InkBox, stride: number, image: Image): InkBox {
  const [top, left] = [box.top * stride, box.left * stride];
  return {
    ...{ top, left },
    height: Math.min(box.height * stride, image.height - top),
    width: Math.min(box.width * stride, image.width - left),
  };
}
