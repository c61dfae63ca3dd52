import type { OutsideFigures } from '../../report/evidence.ts';
import { folderSet, semeionSet, type PictureSet } from '../picture-set.ts';

/** A set that others made, and where the user keeps it. */
export interface OutsideSet extends Pick<OutsideFigures, 'set' | 'source' | 'licence' | 'command'> {
  readonly open: () => Promise<PictureSet>;
}

export interface OutsidePaths {
  readonly semeion?: string | undefined;
  readonly cells?: string | undefined;
}

/** The sets whose paths are given. */
export function outsideSets({ semeion, cells }: OutsidePaths): OutsideSet[] {
  return [
    ...(semeion === undefined ? [] : [{ ...SEMEION, open: () => semeionSet(semeion) }]),
    ...(cells === undefined ? [] : [{ ...CELLS, open: () => folderSet(cells) }]),
  ];
}

const SEMEION = {
  set: 'Semeion, 16x16 scans, as black ink on white',
  source:
    'Semeion Handwritten Digit, Semeion Research Center of Sciences of Communication, UCI Machine Learning Repository',
  licence: 'CC BY 4.0',
  command: 'npm run evaluate -- --semeion FILE',
};

const CELLS = {
  set: 'Cells of photographed sudokus',
  source: 'Baptiste Wicht, sudoku_dataset (mixed_natural)',
  licence: 'CC BY 4.0',
  command: 'npm run evaluate -- --pictures DIR',
};
