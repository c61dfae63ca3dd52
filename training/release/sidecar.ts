import { createHash } from 'node:crypto';
import { CLASSIFIER_MODEL, FULL_MODEL, type ReleaseDigests } from '../../core/index.ts';

export const SUMS_FILE = 'SHA256SUMS';

/** Files by name, ready to be written. */
export type Files = Readonly<Record<string, Uint8Array | string>>;

/** The JSON beside the models: what they are, for those who don't want to open them. */
export function sidecar(
  metadata: Readonly<Record<string, string>>,
  models: Files,
  digests: ReleaseDigests,
): string {
  const sha256 = Object.fromEntries(
    Object.entries(models).map(([name, contents]) => [name, sha256Of(contents)]),
  );
  const contract = {
    [FULL_MODEL.file]: {
      inputs: { image: 'uint8 [height, width, channels]' },
      outputs: {
        digit: 'int32 [1]',
        logits: 'float32 [10]',
        probabilities: 'float32 [10]',
        found: 'uint8 [1]',
        sure: 'uint8 [1]',
        box: 'int32 [4]',
        seen: 'uint8 [28, 28]',
      },
    },
    [CLASSIFIER_MODEL.file]: {
      inputs: { pixels: 'uint8 [N, 28, 28]' },
      outputs: { logits: 'float32 [N, 10]' },
    },
  };
  return `${JSON.stringify({ ...metadata, contract, sha256, digests }, null, 2)}\n`;
}

/** A file for `sha256sum --check`. */
export function sha256Sums(files: Files): string {
  return Object.entries(files)
    .map(([name, contents]) => `${sha256Of(contents)}  ${name}\n`)
    .join('');
}

function sha256Of(contents: Uint8Array | string): string {
  return createHash('sha256').update(contents).digest('hex');
}
