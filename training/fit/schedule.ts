/**
 * Cosine annealing from `peak` to 0 over a training (Loshchilov and Hutter, "SGDR", 2017, without
 * restarts).
 *
 * @param progress 0 at the first step, 1 after the last
 */
export function cosineDecay(peak: number, progress: number): number {
  return (peak * (1 + Math.cos(Math.PI * progress))) / 2;
}
