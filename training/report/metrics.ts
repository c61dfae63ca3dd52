import { readFile } from 'node:fs/promises';
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
  /** Such as `native` or `wasm`. */
  readonly backend: string;
  /** Of what the numbers depend on, by name, such as `@tensorflow/tfjs`. */
  readonly versions: Readonly<Record<string, string>>;
  /** Mean training loss of each epoch. */
  readonly loss: readonly number[];
  /** Shares, 0 to 1; null where no pictures were kept for validation. */
  readonly accuracy: { readonly train: number; readonly validation: number | null };
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
