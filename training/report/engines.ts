import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CLASSIFIER_MODEL, FULL_MODEL } from '../../core/index.ts';
import { markdownTable } from './markdown.ts';

export const ENGINES_FILE = 'engines.json';

export type Verdict = 'same' | 'differs' | "can't load";

/** How one engine fares with a release, compared bit for bit with ONNX Runtime in Node. */
export interface EngineRow {
  readonly engine: string;
  readonly version: string;
  readonly full: Verdict;
  readonly classifier: Verdict;
  /** What differs, or why it can't load; else empty. */
  readonly note: string;
}

/** How engines fare with one release. */
export interface EngineStudy {
  /** SHA-256 of the full model and of the classifier. */
  readonly models: { readonly full: string; readonly classifier: string };
  /** Pictures that each engine was given. */
  readonly pictures: { readonly full: number; readonly classifier: number };
  readonly rows: readonly EngineRow[];
}

/**
 * Reads what `npm run engines -- --write` wrote; undefined where it has not run with the models in the folder:
 * what is true of one model need not be of the next.
 */
export async function readEngineStudy(folder: string): Promise<EngineStudy | undefined> {
  const path = join(folder, ENGINES_FILE);
  if (!existsSync(path)) return undefined;
  const study = JSON.parse(await readFile(path, 'utf8')) as EngineStudy;
  const { full, classifier } = await modelSums(folder);
  return study.models.full === full && study.models.classifier === classifier ? study : undefined;
}

/** SHA-256 of the two models in a folder. */
export async function modelSums(folder: string): Promise<EngineStudy['models']> {
  const sum = async (file: string) =>
    createHash('sha256')
      .update(await readFile(join(folder, file)))
      .digest('hex');
  return { full: await sum(FULL_MODEL.file), classifier: await sum(CLASSIFIER_MODEL.file) };
}

/** The study as a section of the model card. */
export function enginesMarkdown({ pictures, rows }: EngineStudy): string {
  const { full, classifier } = pictures;
  return [
    '## Engines',
    '',
    `All outputs of both files, compared bit for bit with ONNX Runtime in Node.js: \`digits.onnx\` over`,
    `${full} pictures of MNIST and of other sizes, channels and looks, \`digits-classifier.onnx\` over ${classifier},`,
    'one by one and in batches. `npm run engines` tries those that are installed (see `test/engines`). An engine that',
    'chooses fewer bits than float32 of its own accord, as OpenVINO does where the processor has bfloat16, must be',
    'asked for float32.',
    '',
    ...markdownTable(
      ['engine', 'version', '`digits.onnx`', '`digits-classifier.onnx`', 'note'],
      rows.map((row) =>
        [row.engine, row.version, row.full, row.classifier, row.note].map(escapePipes),
      ),
    ),
    '',
  ].join('\n');
}

/** An engine's error may hold anything. */
function escapePipes(cell: string): string {
  return cell.replaceAll('|', '\\|');
}
