import { openDecoder } from '../../runtime-node/decoder.ts';
import { loadMnist } from '../data/mnist.ts';
import { photographedSet } from '../data/photograph/index.ts';
import { labelledFiles, labelledPictures, type LeftOut } from './labelled-folder.ts';
import type { LabelledPicture } from './labelled-picture.ts';
import { mnistPictures } from './mnist-pictures.ts';
import { readSemeion } from './semeion.ts';

/** Labelled pictures to measure a model on. */
export interface PictureSet {
  /** As it reads after "on". */
  readonly name: string;
  /** How many there are, with those that will be left out. */
  readonly count: number;
  /** @param leaveOut told of every picture that can't be used */
  readonly pictures: (leaveOut: LeaveOut) => Labelled;
}

type Labelled = Iterable<LabelledPicture> | AsyncIterable<LabelledPicture>;

export type LeaveOut = (leftOut: LeftOut) => void;

export async function mnistTestSet(): Promise<PictureSet> {
  const digits = await loadMnist('test');
  return {
    name: 'the MNIST test pictures',
    count: digits.count,
    pictures: () => mnistPictures(digits),
  };
}

/** Pictures as phones take them, made from MNIST's test pictures. */
export async function photographSet(count: number): Promise<PictureSet> {
  const digits = await loadMnist('test');
  return {
    name: 'photographed-looking pictures',
    count,
    pictures: () => photographedSet(digits, count),
  };
}

/** @throws CommandError where the file is not as `readSemeion` wants it */
export async function semeionSet(path: string): Promise<PictureSet> {
  const pictures = await readSemeion(path);
  return { name: path, count: pictures.length, pictures: () => pictures };
}

/** @throws CommandError where the folder can't be read or is empty */
export async function folderSet(folder: string): Promise<PictureSet> {
  const files = await labelledFiles(folder);
  const decode = await openDecoder();
  return {
    name: folder,
    count: files.length,
    pictures: (leaveOut) => labelledPictures(files, decode, leaveOut),
  };
}
