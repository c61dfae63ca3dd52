/** Bytes as float32 from 0 to 1: what networks are trained on. */
export function toUnitRange(pixels: Uint8Array): Float32Array {
  const scale = Math.fround(1 / 255);
  return Float32Array.from(pixels, (pixel) => pixel * scale);
}
