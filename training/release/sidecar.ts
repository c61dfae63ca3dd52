import { createHash } from 'node:crypto';
import type { ReleaseDigests } from '../../core/index.ts';
import type { ReleaseNames } from './names.ts';

/** Files by name, ready to be written. */
export type Files = Readonly<Record<string, Uint8Array | string>>;

/** The JSON beside the models: what they are, for those who don't want to open them. */
export function sidecar(
  names: ReleaseNames,
  metadata: Readonly<Record<string, string>>,
  models: Files,
  digests: ReleaseDigests,
): string {
  const sha256 = Object.fromEntries(
    Object.entries(models).map(([name, contents]) => [name, sha256Of(contents)]),
  );
  const contract = {
    [names.full]: {
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
    [names.classifier]: {
      inputs: { pixels: 'uint8 [N, 28, 28]' },
      outputs: { logits: 'float32 [N, 10]' },
    },
  };
  return `${JSON.stringify({ ...metadata, contract, sha256, digests }, null, 2)}\n`;
}

/** In hexadecimal. */
export function sha256Of(contents: Uint8Array | string): string {
  return createHash('sha256').update(contents).digest('hex');
}
