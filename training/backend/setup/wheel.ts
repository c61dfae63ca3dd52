import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';
import { whileGrowing } from './growth.ts';
import { runProgram } from './program.ts';
import type { WayOptions } from './way.ts';

/** The newest TensorFlow whose C library tfjs-node 4.22 was tried with; Keras 3 came with 2.16. */
const VERSION = '2.15.1';

/** Of the wheel for CPython 3.11, manylinux, x86_64: 207 MB. The library inside is the same for every Python. */
const SHA256 = '54660c074d7241a503e81edfd9f5ef5af88f64051b72e2945f26318c790f2d26';

const PIP_DOWNLOAD = [
  ...['-m', 'pip', 'download', '--no-deps', '--no-cache-dir', '--progress-bar', 'off'],
  ...['--only-binary=:all:', '--python-version', '3.11', '--implementation', 'cp'],
  ...['--platform', 'manylinux2014_x86_64', '--require-hashes'],
];

/** The two libraries, and the headers that the C API is spread over. */
const LIBRARY = /^tensorflow\/(libtensorflow_(?:cc|framework)\.so\.2)$/;
const HEADER =
  /^tensorflow\/(include\/(?:tensorflow\/c|tensorflow\/core\/platform|(?:tensorflow\/)?tsl\/(?:c|platform))\/.+\.h)$/;

/**
 * A folder of the user's cache with TensorFlow's C library, its libraries in `lib` and its headers in
 * `include`; fetched through pip the first time.
 */
export async function wheelLibrary(options: WayOptions): Promise<string> {
  const library = join(cacheFolder(), 'ditto-digits', `tensorflow-${VERSION}`);
  if (existsSync(library)) {
    process.stderr.write(`  TensorFlow ${VERSION} is in ${library}.\n`);
    return library;
  }
  await mkdir(dirname(library), { recursive: true });
  const temporary = await mkdtemp(`${library}-`);
  try {
    const wheel = await downloadWheel(temporary, options);
    process.stderr.write('  Unpacking it.\n');
    const unpacked = join(temporary, 'unpacked');
    await unpack(wheel, unpacked, options.signal);
    await rename(unpacked, library);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return library;
}

/** By the XDG Base Directory Specification, where an empty variable counts as not set. */
function cacheFolder(): string {
  const chosen = process.env['XDG_CACHE_HOME'] ?? '';
  return chosen === '' ? join(homedir(), '.cache') : chosen;
}

/** @returns the wheel's path in `folder` */
async function downloadWheel(folder: string, { signal, log }: WayOptions): Promise<string> {
  process.stderr.write(`  Downloading TensorFlow ${VERSION} with pip, 207 MB.\n`);
  const requirements = join(folder, 'requirements.txt');
  await writeFile(requirements, `tensorflow-cpu==${VERSION} --hash=sha256:${SHA256}\n`);
  await whileGrowing(folder, signal, (growing) =>
    runProgram('python3', [...PIP_DOWNLOAD, '--dest', folder, '--requirement', requirements], {
      // pip downloads to its temporary folder, then moves the file to --dest.
      env: { TMPDIR: folder },
      signal: growing,
      log,
    }),
  );
  const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Error('pip downloaded no wheel');
  return join(folder, wheel);
}

async function unpack(wheel: string, folder: string, signal: AbortSignal): Promise<void> {
  const zip = await openPromise(wheel);
  for await (const entry of zip.eachEntry()) {
    const place = placeOf(entry.fileName);
    if (place === undefined) continue;
    const path = join(folder, place);
    await mkdir(dirname(path), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path), { signal });
  }
}

/** Where a file of the wheel goes in the library's folder; undefined for what is not needed. */
function placeOf(name: string): string | undefined {
  const library = LIBRARY.exec(name)?.[1];
  return library === undefined ? HEADER.exec(name)?.[1] : join('lib', library);
}
