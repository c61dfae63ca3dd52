import { CLASS_COUNT } from '../../core/index.ts';

/** Temperatures that are looked at: a quarter to eight, as natural logarithms. */
const LOWEST = Math.log(1 / 4);
const HIGHEST = Math.log(8);

/** Each halves the interval, about: 40 leave less than a float32 can tell. */
const STEPS = 40;

export interface FittedTemperature {
  readonly temperature: number;
  /** The mean negative log-likelihood with it, in nats. */
  readonly loss: number;
}

/**
 * The temperature by which logits are to be divided so that their softmax says how sure one can be: the
 * one of the least negative log-likelihood (Guo et al., "On Calibration of Modern Neural Networks",
 * 2017, section 4.2), by ternary search, since that has a single minimum.
 *
 * @param logits [N * 10] of pictures that the network was not trained on
 * @param scale what 1 stands for in them
 */
export function fitTemperature(
  logits: Float32Array,
  labels: Uint8Array,
  scale: number,
): FittedTemperature {
  let [low, high] = [LOWEST, HIGHEST];
  const loss = (logarithm: number) =>
    negativeLogLikelihood(logits, labels, scale / Math.exp(logarithm));
  for (let step = 0; step < STEPS; step += 1) {
    const third = (high - low) / 3;
    if (loss(low + third) < loss(high - third)) high -= third;
    else low += third;
  }
  const middle = (low + high) / 2;
  return { temperature: Math.exp(middle), loss: loss(middle) / labels.length };
}

function negativeLogLikelihood(logits: Float32Array, labels: Uint8Array, scale: number): number {
  let total = 0;
  for (const [index, label] of labels.entries()) {
    const row = logits.subarray(index * CLASS_COUNT, (index + 1) * CLASS_COUNT);
    const own = row[label] ?? 0;
    const sum = row.reduce((sofar, logit) => sofar + Math.exp((logit - own) * scale), 0);
    total += Math.log(sum);
  }
  return total;
}
