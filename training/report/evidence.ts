import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Refusals } from '../evaluation/refusals.ts';

export const EVIDENCE_FILE = 'evidence.json';

/** How a model fares on one set of labelled pictures. */
export interface SetFigures {
  readonly count: number;
  readonly right: number;
  /** 0 to 1. */
  readonly accuracy: number;
  /** Pictures of whose digit the model is sure, and those of them that it reads right. */
  readonly sure: { readonly count: number; readonly right: number };
  /** 15 bins, 0 to 1; null where no digit was found in any. */
  readonly calibrationError: number | null;
}

/** A set that others made. It is measured with, and no part of the project. */
export interface OutsideFigures extends SetFigures {
  readonly set: string;
  readonly source: string;
  readonly licence: string;
  /** The command that measures it. */
  readonly command: string;
}

/** Accuracy as something is done to the pictures. */
export interface RobustnessCurve {
  /** What is done, such as `rotation`, and in which unit. */
  readonly name: string;
  readonly unit: string;
  /** The value that leaves the pictures as they are. */
  readonly neutral: number;
  readonly points: readonly RobustnessPoint[];
}

export interface RobustnessPoint {
  readonly value: number;
  /** 0 to 1. */
  readonly accuracy: number;
}

/** What was measured of one full model. */
export interface ModelEvidence {
  /** Such as `digits.onnx`, and its SHA-256. */
  readonly file: string;
  readonly sha256: string;
  /** Such as `784-50-50-10`. */
  readonly network: string;
  readonly mnistTest: SetFigures;
  readonly photographs: SetFigures;
  readonly refusals: Refusals;
  readonly robustness: {
    /** Pictures at each point. */
    readonly pictures: number;
    readonly curves: readonly RobustnessCurve[];
  };
  readonly outside: readonly OutsideFigures[];
}

/** What `evidence.json` holds. */
export interface Evidence {
  readonly models: readonly ModelEvidence[];
}

/** The contents of `evidence.json`. */
export function evidenceText(evidence: Evidence): string {
  const json = JSON.stringify(evidence, null, 2);
  // A point a line.
  const point = /\{\s+"value": (\S+),\s+"accuracy": (\S+)\s+\}/g;
  return `${json.replaceAll(point, '{ "value": $1, "accuracy": $2 }')}\n`;
}

/**
 * Reads what `npm run train:evidence` wrote of the models that are in the folder; what was measured of other
 * models is left out.
 */
export async function readEvidence(folder: string): Promise<Evidence> {
  const path = join(folder, EVIDENCE_FILE);
  if (!existsSync(path)) return { models: [] };
  const { models } = JSON.parse(await readFile(path, 'utf8')) as Evidence;
  const current = await Promise.all(
    models.map(async (model) => (await sha256OfFile(join(folder, model.file))) === model.sha256),
  );
  return { models: models.filter((_, index) => current[index]) };
}

/** In hexadecimal; undefined where there is no such file. */
export async function sha256OfFile(path: string): Promise<string | undefined> {
  if (!existsSync(path)) return undefined;
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}
