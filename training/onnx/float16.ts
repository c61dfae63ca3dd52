/** Widens IEEE 754 binary16 numbers, given as their bits; every one of them is a float32 number too. */
export function fromFloat16(bits: Uint16Array): Float32Array {
  return Float32Array.from(bits, widened);
}

/** One sign bit, five of the exponent (bias 15), ten of the significand. */
function widened(bits: number): number {
  const sign = bits >> 15 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const significand = bits & 0x3ff;
  if (exponent === 0) return sign * significand * 2 ** -24;
  if (exponent === 0x1f) return significand === 0 ? sign * Infinity : NaN;
  return sign * (0x400 + significand) * 2 ** (exponent - 25);
}
