import { readdir, stat } from 'node:fs/promises';
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

const LABELLED_FOLDER = /^\d$/;

const NOT_LABELLED =
  'Neither named like 7_anything.png, .jpg or .jpeg nor in a folder named by its digit, 0 to 9.';

/** What may be a picture, and which digit it shows where its name or its folder's says so. */
export interface LabelledFile {
  readonly file: string;
  /** 0 to 9. */
  readonly label: number | undefined;
}

/**
 * The files in a folder and in those folders within it that are named by a digit.
 *
 * @throws CommandError where the folder can't be read or is empty
 */
export async function labelledFiles(folder: string): Promise<readonly LabelledFile[]> {
  const files: LabelledFile[] = [];
  for (const name of await listFolder(folder)) {
    const file = join(folder, name);
    if (LABELLED_FOLDER.test(name) && (await isFolder(file))) {
      const label = Number(name);
      const names = await shownNames(file);
      files.push(...names.map((inner) => ({ file: join(file, inner), label })));
    } else {
      const label = LABELLED_NAME.exec(name)?.groups?.['label'];
      files.push({ file, label: label === undefined ? undefined : Number(label) });
    }
  }
  return unlessEmpty(folder, files);
}

/**
 * The names in a folder, sorted, without the hidden files that operating systems put there.
 *
 * @throws CommandError where the folder can't be read or is empty
 */
export async function listFolder(folder: string): Promise<readonly string[]> {
  return unlessEmpty(folder, await shownNames(folder));
}

/** False of what can't be looked at: reading it tells why. */
function isFolder(path: string): Promise<boolean> {
  return stat(typedPath(path)).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function shownNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(typedPath(folder)).catch((cause: unknown) => {
    throw new CommandError(`${folder}: ${folderFault(cause)}`, { cause });
  });
  return names.filter((name) => !name.startsWith('.')).sort();
}

function unlessEmpty<T>(folder: string, found: readonly T[]): readonly T[] {
  if (found.length === 0) throw new CommandError(`${folder}: The folder is empty.`);
  return found;
}

function folderFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'There is no such folder.';
  return code === 'ENOTDIR' ? 'This is a file, not a folder.' : faultOf(error);
}

/**
 * Decodes pictures one by one.
 *
 * @param leaveOut told of every file that has no label or can't be decoded
 */
export async function* labelledPictures(
  files: readonly LabelledFile[],
  decode: PictureDecoder,
  leaveOut: (leftOut: LeftOut) => void,
): AsyncGenerator<LabelledPicture> {
  for (const { file, label } of files) {
    if (label === undefined) {
      leaveOut({ file, reason: NOT_LABELLED });
      continue;
    }
    try {
      yield { name: file, label, picture: await readPictureFile(file, decode) };
    } catch (error) {
      leaveOut({ file, reason: faultOf(error) });
    }
  }
}
