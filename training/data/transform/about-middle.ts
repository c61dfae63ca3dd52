import { chain, rotation, scaling, translation, type Affine } from './affine.ts';
import type { Grey } from './grey.ts';
import { warp } from './warp.ts';

/** Turns a picture about its middle, counter-clockwise; what comes from outside is black. */
export function rotate(picture: Grey, degrees: number): Grey {
  return aboutMiddle(picture, rotation(-degrees));
}

/** Makes what is in a picture `factor` times as large, about its middle; what comes from outside is black. */
export function scale(picture: Grey, factor: number): Grey {
  return aboutMiddle(picture, scaling(1 / factor));
}

function aboutMiddle(picture: Grey, pull: Affine): Grey {
  const [x, y] = [picture.width / 2, picture.height / 2];
  return warp(picture, picture, chain(translation(-x, -y), pull, translation(x, y)));
}
