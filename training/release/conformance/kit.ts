import { goldenPicture, type Reader, type ReleaseDigests } from '../../../core/index.ts';
import type { Files } from '../sidecar.ts';
import { expectedAnswers } from './expected.ts';
import { picturePng } from './picture-png.ts';
import { specification } from './specification.ts';

export const CONFORMANCE_DIR = 'conformance';

/** Golden pictures that are given as files: small ones of each look. */
const SHOWN = [55, 203, 173, 11, 174, 128, 28, 129, 176, 192, 224, 77];

/**
 * What a user of another runtime needs to test theirs: the golden pictures' specification, a few of them as
 * PNG, and what the model answers to each.
 */
export async function conformanceKit(read: Reader, digests: ReleaseDigests): Promise<Files> {
  const files: Record<string, Uint8Array | string> = {
    [`${CONFORMANCE_DIR}/README.md`]: specification(),
    [`${CONFORMANCE_DIR}/expected.json`]: await expectedAnswers(read, digests),
  };
  for (const index of SHOWN) {
    const name = `golden-${String(index).padStart(3, '0')}.png`;
    files[`${CONFORMANCE_DIR}/${name}`] = picturePng(goldenPicture(index));
  }
  return files;
}
