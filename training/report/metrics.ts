import { readFile } from 'node:fs/promises';
import type { WidthTrial } from '../exact/choose.ts';
import { accuracy, recall, type Confusion } from './confusion.ts';

export const METRICS_FILE = 'metrics.json';

/** How a network was trained. No date and no duration, so that the same training writes the same bytes. */
export interface TrainingRun {
  /** Such as `784-50-50-10`. */
  readonly network: string;
  readonly seed: number;
  readonly epochs: number;
  /** Pictures a step. */
  readonly batch: number;
  /** How many were trained on, and how many were kept to choose by. */
  readonly pictures: { readonly training: number; readonly validation: number };
  /** Such as `native` or `wasm`. */
  readonly backend: string;
  /** Of what the numbers depend on, by name, such as `@tensorflow/tfjs`. */
  readonly versions: Readonly<Record<string, string>>;
  /** Mean training loss of each epoch. */
  readonly loss: readonly number[];
  /** Shares, 0 to 1, of the released network, whose numbers are whole. */
  readonly accuracy: { readonly train: number; readonly validation: number };
  readonly exact: ExactMetrics;
}

/** What became of the float network when it was rounded to whole numbers. */
export interface ExactMetrics {
  /** Of a weight, with its sign: the width of the least loss on the validation pictures. */
  readonly bits: number;
  readonly trials: readonly WidthTrial[];
  /** Of the float network, 0 to 1. */
  readonly floatAccuracy: { readonly validation: number; readonly test: number };
  /** What 1 stands for in the logits. */
  readonly logitScale: number;
  /** By which the logits are divided before they become probabilities; fitted on the validation pictures. */
  readonly temperature: number;
  /** Answers are sure whose largest probability is at least this; chosen on the validation pictures. */
  readonly sureFrom: number;
  /** On the test pictures, 15 bins, 0 to 1: with a temperature of 1, and as released. */
  readonly calibrationError: { readonly before: number; readonly after: number };
}

/** What `metrics.json` holds. Shares are 0 to 1. */
export interface Metrics extends TrainingRun {
  readonly accuracy: TrainingRun['accuracy'] & { readonly test: number | null };
  /** Of the 10,000 test pictures. */
  readonly testConfusion: Confusion;
  /** [10], of the test pictures. */
  readonly recall: readonly (number | null)[];
}

/** Test accuracy and recall follow from the confusion matrix, so that they can't contradict it. */
export function metricsOf(run: TrainingRun, testConfusion: Confusion): Metrics {
  return {
    ...run,
    accuracy: { ...run.accuracy, test: accuracy(testConfusion) },
    recall: recall(testConfusion),
    testConfusion,
  };
}

/** The contents of `metrics.json`. */
export function metricsText(metrics: Metrics): string {
  return `${listsOnOneLine(JSON.stringify(metrics, null, 2))}\n`;
}

/** Reads a `metrics.json`. */
export async function readMetrics(path: string): Promise<Metrics> {
  return JSON.parse(await readFile(path, 'utf8')) as Metrics;
}

/** A matrix reads as a matrix, and its rows compare line by line. */
function listsOnOneLine(json: string): string {
  return json.replaceAll(/\[[\d\s,.e+null-]*\]/g, (list) => list.replaceAll(/\s+/g, ' '));
}
