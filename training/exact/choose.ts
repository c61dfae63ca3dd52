import type { Examples } from '../data/rounds.ts';
import { toUnitRange } from '../data/unit-range.ts';
import { ExportError } from '../onnx/error.ts';
import type { Network } from '../onnx/network.ts';
import { activationRanges } from './calibrate.ts';
import { toWholeNetworkIfExact, type ExactPlan, type WholeNetwork } from './lower.ts';
import { EXACT_LIMIT } from './whole.ts';

/**
 * Of a weight, with its sign. What is narrower loses accuracy; what is wider takes another byte in the file, and
 * was worth nothing (9 bits read as many validation pictures as 8).
 */
const WIDTHS = [5, 6, 7, 8];

/** One bit width, tried on the validation pictures. */
export interface WidthTrial {
  readonly bits: number;
  /** 0 to 1; null where the width cannot be written exactly. */
  readonly accuracy: number | null;
  /** The largest share of float32's exact range that a layer's sums can use. */
  readonly share: number | null;
}

export interface ExactChoice {
  readonly whole: WholeNetwork;
  readonly bits: number;
  readonly trials: readonly WidthTrial[];
}

/**
 * Rounds a float network of pictures to whole numbers, with the weights' width that reads most validation
 * pictures right; of equals, the narrowest.
 *
 * @param calibration training pictures that show how far activations reach
 * @param measure accuracy on the validation pictures
 */
export async function chooseExact(
  network: Network,
  calibration: Examples,
  measure: (whole: WholeNetwork) => Promise<number>,
): Promise<ExactChoice> {
  const ranges = await activationRanges(network, toUnitRange(calibration.pixels));
  const trials: WidthTrial[] = [];
  let best: { whole: WholeNetwork; bits: number; accuracy: number } | undefined;
  for (const bits of WIDTHS) {
    const whole = classifierIfExact(network, { bits, ranges, inputScale: 1 / 255 });
    const accuracy = whole && (await measure(whole));
    trials.push({ bits, accuracy: accuracy ?? null, share: whole ? largestShare(whole) : null });
    if (whole && accuracy !== undefined && accuracy > (best?.accuracy ?? -1)) {
      best = { whole, bits, accuracy };
    }
  }
  if (!best) throw new ExportError('The network cannot be written exactly at any width.');
  return { whole: best.whole, bits: best.bits, trials };
}

/** Undefined also where the difference of two logits, which probabilities come from, could be inexact. */
function classifierIfExact(network: Network, plan: ExactPlan): WholeNetwork | undefined {
  const whole = toWholeNetworkIfExact(network, plan);
  const outputs = [...(whole?.outputs.values() ?? [])];
  return outputs.every(({ range }) => range.high - range.low < EXACT_LIMIT) ? whole : undefined;
}

function largestShare({ reaches }: WholeNetwork): number {
  return Math.max(...[...reaches.values()].map(({ share }) => share));
}
