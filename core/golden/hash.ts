/**
 * Spreads a whole number over 0 to 2^32 - 1, the same for the same number: the golden pictures' only
 * source of chance. Constants by Chris Wellons's hash prospector ("lowbias32").
 *
 * @param value taken modulo 2^32
 */
export function hash(value: number): number {
  let n = value | 0;
  n = Math.imul(n ^ (n >>> 16), 0x7feb352d);
  n = Math.imul(n ^ (n >>> 15), 0x846ca68b);
  return (n ^ (n >>> 16)) >>> 0;
}
