import { CLASS_COUNT } from '../../core/index.ts';
import { NOT_A_DIGIT } from '../data/rounds.ts';

/**
 * The distribution that a network is to answer with, [count * 10]: all of it on the label, or spread evenly
 * where there is no digit (Hendrycks, Mazeika and Dietterich, "Deep Anomaly Detection with Outlier
 * Exposure", 2019, section 4.1).
 */
export function targetsOf(labels: Uint8Array): Float32Array {
  const targets = new Float32Array(labels.length * CLASS_COUNT);
  for (const [index, label] of labels.entries()) {
    const start = index * CLASS_COUNT;
    if (label === NOT_A_DIGIT) targets.fill(1 / CLASS_COUNT, start, start + CLASS_COUNT);
    else targets[start + label] = 1;
  }
  return targets;
}
