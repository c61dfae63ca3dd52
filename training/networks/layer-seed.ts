/**
 * A seed of its own for each layer; never 0, which tfjs takes for "not seeded".
 *
 * @param layers how many the network has
 */
export function layerSeed(seed: number, index: number, layers: number): number {
  return seed * layers + index + 1;
}
