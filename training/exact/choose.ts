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

/** How a network does on the validation pictures. */
export interface WidthFigures {
  /** 0 to 1. */
  readonly accuracy: number;
  /** The mean negative log-likelihood at the best temperature, in nats. */
  readonly loss: number;
}

/** One bit width, tried on the validation pictures. */
export type WidthTrial = { readonly bits: number } & (ExactWidth | InexactWidth);

interface ExactWidth extends WidthFigures {
  /** The largest share of float32's exact range that a layer's sums can use. */
  readonly share: number;
}

/** What cannot be written exactly has no figures. */
type InexactWidth = Readonly<Record<keyof ExactWidth, null>>;

export interface ExactChoice<Figures extends WidthFigures> {
  readonly whole: WholeNetwork;
  readonly bits: number;
  /** Of the width chosen. */
  readonly figures: Figures;
  readonly trials: readonly WidthTrial[];
}

/**
 * Rounds a float network of pictures to whole numbers, with the weights' width of the least loss on the
 * validation pictures; of equals, the narrowest. Widths differ in two or three of 10,000 pictures, which is
 * chance; the loss hears every picture.
 *
 * @param calibration training pictures that show how far activations reach
 * @param measure on the validation pictures
 */
export async function chooseExact<Figures extends WidthFigures>(
  network: Network,
  calibration: Examples,
  measure: (whole: WholeNetwork) => Promise<Figures>,
): Promise<ExactChoice<Figures>> {
  const ranges = await activationRanges(network, toUnitRange(calibration.pixels));
  const trials: WidthTrial[] = [];
  let best: Omit<ExactChoice<Figures>, 'trials'> | undefined;
  for (const bits of WIDTHS) {
    const whole = classifierIfExact(network, { bits, ranges, inputScale: 1 / 255 });
    if (whole === undefined) {
      trials.push({ bits, accuracy: null, loss: null, share: null });
      continue;
    }
    const figures = await measure(whole);
    const { accuracy, loss } = figures;
    trials.push({ bits, accuracy, loss, share: largestShare(whole) });
    if (best === undefined || loss < best.figures.loss) best = { whole, bits, figures };
  }
  if (!best) throw new ExportError('The network cannot be written exactly at any width.');
  return { ...best, trials };
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
