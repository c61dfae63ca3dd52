import type { Proof, SetProof, Verdict } from './proof.ts';

export interface Row {
  readonly runtime: string;
  readonly version: string;
  readonly set: string;
  readonly pictures: string;
  readonly digest: string;
  readonly verdict: string;
  readonly time: string;
}

export const HEAD: Row = {
  runtime: 'runtime',
  version: 'version',
  set: 'pictures of',
  pictures: 'count',
  digest: 'SHA-256',
  verdict: 'verdict',
  time: 'time',
};

/** Characters of a digest that are shown: 48 bits, more than chance would repeat. */
const SHOWN = 12;

const COUNT = new Intl.NumberFormat('en');

/** The verdict that all rows should have. */
export const SAME: Verdict = 'same';

export function rowOf(runtime: string, proof: Proof, set: SetProof, verdict: Verdict): Row {
  return {
    runtime,
    version: proof.version,
    set: set.set,
    pictures: COUNT.format(set.pictures),
    digest: set.logits.slice(0, SHOWN),
    verdict: verdict === SAME ? SAME : verdict.toUpperCase(),
    time: `${(set.milliseconds / 1000).toFixed(1)} s`,
  };
}

export function rowOfFile(name: string, sha256: string, isReleased: boolean): Row {
  return {
    runtime: 'file',
    version: name,
    set: '',
    pictures: '',
    digest: sha256.slice(0, SHOWN),
    verdict: isReleased ? SAME : 'FILE DIFFERS',
    time: '',
  };
}

const RIGHT: ReadonlySet<keyof Row> = new Set(['pictures', 'time'] as const);

export function tableText(rows: readonly Row[]): string {
  const columns = Object.keys(HEAD) as (keyof Row)[];
  const lines = [HEAD, ...rows];
  const widths = new Map(
    columns.map((column) => [column, Math.max(...lines.map((row) => row[column].length))]),
  );
  const cell = (row: Row, column: keyof Row) => {
    const width = widths.get(column) ?? 0;
    return RIGHT.has(column) ? row[column].padStart(width) : row[column].padEnd(width);
  };
  return lines
    .map(
      (row) =>
        `${columns
          .map((column) => cell(row, column))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
