/** The share of a training in which the learning rate rises, before Adam's averages mean anything. */
const WARM_UP = 0.05;

/**
 * A learning rate that rises to `peak` along a line (Goyal et al., "Accurate, Large Minibatch SGD", 2017,
 * section 2.2) and falls to 0 along a cosine (Loshchilov and Hutter, "SGDR", 2017, without restarts).
 *
 * @param progress 0 at the first step, 1 after the last
 */
export function learningRateAt(peak: number, progress: number): number {
  if (progress < WARM_UP) return (peak * progress) / WARM_UP;
  const fallen = (progress - WARM_UP) / (1 - WARM_UP);
  return (peak * (1 + Math.cos(Math.PI * fallen))) / 2;
}
