import { readFile } from 'node:fs/promises';
import type { Picture } from '../../core/index.ts';
import { CommandError } from '../../runtime-node/cli/command-error.ts';
import { faultOf } from '../../runtime-node/cli/fault.ts';
import { typedPath } from '../../runtime-node/cli/typed-path.ts';
import type { LabelledPicture } from './labelled-picture.ts';

/** Side of a scan, in pixels. */
const SIDE = 16;

/** As UCI gives the file: 256 pixels and ten columns of which one is 1, all numbers. */
const UCI_COLUMNS = SIDE * SIDE + 10;

/** A shorter way to write it: the digit, a space, and 256 times 0 or 1. */
const COMPACT = new RegExp(`^(\\d) ([01]{${SIDE * SIDE}})$`);

const [INK, PAPER] = [0, 255];

/**
 * Reads the Semeion handwritten digits (Semeion Research Center of Sciences of Communication, UCI Machine
 * Learning Repository, CC BY 4.0): 16x16 scans, ink or paper, here as black ink on white.
 *
 * @param path `semeion.data` as UCI gives it, or the same with a label and 256 characters a line
 * @throws CommandError where the file can't be read, naming the line that is wrong
 */
export async function readSemeion(path: string): Promise<LabelledPicture[]> {
  const contents = await readFile(typedPath(path), 'utf8').catch((cause: unknown) => {
    throw new CommandError(`${path}: ${faultOf(cause)}`, { cause });
  });
  const lines = contents.split('\n').map((line) => line.trim());
  const digits = lines.flatMap((line, index) =>
    line === '' ? [] : [digitIn(line, `${path}, line ${index + 1}`)],
  );
  if (digits.length === 0) throw new CommandError(`${path}: The file is empty.`);
  return digits;
}

function digitIn(line: string, name: string): LabelledPicture {
  const digit = compactDigit(line) ?? uciDigit(line.split(/\s+/));
  if (digit === undefined) {
    throw new CommandError(
      `${name}: expected ${SIDE * SIDE} numbers, 0 or 1, and ten more of which one is 1 (as in UCI's ` +
        `semeion.data), or a digit, a space and ${SIDE * SIDE} times 0 or 1.`,
    );
  }
  return { name, label: digit.label, picture: pictureOf(digit.pixels) };
}

interface Scan {
  readonly label: number;
  /** [256], 1 is ink. */
  readonly pixels: readonly number[];
}

function compactDigit(line: string): Scan | undefined {
  const [, label, bits] = COMPACT.exec(line) ?? [];
  if (label === undefined || bits === undefined) return undefined;
  return { label: Number(label), pixels: Array.from(bits, Number) };
}

function uciDigit(columns: readonly string[]): Scan | undefined {
  const numbers = columns.map(Number);
  const [pixels, classes] = [numbers.slice(0, SIDE * SIDE), numbers.slice(SIDE * SIDE)];
  const areBits = numbers.every((number) => number === 0 || number === 1);
  const isOneClass = classes.reduce((sum, number) => sum + number, 0) === 1;
  if (columns.length !== UCI_COLUMNS || !areBits || !isOneClass) return undefined;
  return { label: classes.indexOf(1), pixels };
}

function pictureOf(bits: readonly number[]): Picture {
  const pixels = Uint8Array.from(bits, (bit) => (bit === 1 ? INK : PAPER));
  return { pixels, width: SIDE, height: SIDE, channels: 1 };
}
