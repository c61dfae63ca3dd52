import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureDecoder } from '../../core/index.ts';
import { CommandError } from '../../runtime-node/cli/command-error.ts';
import { faultOf } from '../../runtime-node/cli/fault.ts';
import { readPictureFile } from '../../runtime-node/cli/picture-file.ts';
import { typedPath } from '../../runtime-node/cli/typed-path.ts';
import type { LabelledPicture } from './labelled-picture.ts';

/** A file that could not be evaluated, and why. */
export interface LeftOut {
  readonly file: string;
  readonly reason: string;
}

const LABELLED_NAME = /^(?<label>\d)_.*\.(?:png|jpe?g)$/i;

/**
 * The names in a folder, sorted, without the hidden files that operating systems put there.
 *
 * @throws CommandError where the folder can't be read or is empty
 */
export async function listFolder(folder: string): Promise<string[]> {
  const names = await readdir(typedPath(folder)).catch((cause: unknown) => {
    throw new CommandError(`${folder}: ${folderFault(cause)}`, { cause });
  });
  const shown = names.filter((name) => !name.startsWith('.')).sort();
  if (shown.length === 0) throw new CommandError(`${folder}: The folder is empty.`);
  return shown;
}

function folderFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'There is no such folder.';
  return code === 'ENOTDIR' ? 'This is a file, not a folder.' : faultOf(error);
}

/**
 * Decodes a folder's pictures, named `LABEL_anything.png`, `.jpg` or `.jpeg`, one by one.
 *
 * @param names as `listFolder` gives them
 * @param leaveOut told of every file that is named otherwise or can't be decoded
 */
export async function* folderPictures(
  folder: string,
  names: readonly string[],
  decode: PictureDecoder,
  leaveOut: (leftOut: LeftOut) => void,
): AsyncGenerator<LabelledPicture> {
  for (const name of names) {
    const file = join(folder, name);
    const label = LABELLED_NAME.exec(name)?.groups?.['label'];
    if (label === undefined) {
      leaveOut({ file, reason: 'The name is not like 7_anything.png, .jpg or .jpeg.' });
      continue;
    }
    try {
      yield { name: file, label: Number(label), picture: await readPictureFile(file, decode) };
    } catch (error) {
      leaveOut({ file, reason: faultOf(error) });
    }
  }
}
