export { GOLDEN_COUNT, goldenPicture, goldenPictures } from './golden.ts';
export { GOLDEN_PIXELS_SHA256 } from './pixels.ts';
