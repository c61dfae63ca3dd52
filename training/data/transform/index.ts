export { rotate, scale } from './about-middle.ts';
export { blur } from './blur.ts';
export { contrast } from './contrast.ts';
export type { Grey } from './grey.ts';
export { jpegLoss } from './jpeg.ts';
export { addNoise } from './noise.ts';
export { strokeWidth } from './stroke-width.ts';
