import type { Answer, Picture } from '../../core/index.ts';
import type { Progress } from './model.ts';

/** A picture that was read. */
export interface Reading {
  readonly answer: Answer;
  /** Size of the picture, upright, in pixels: what the answer's box is measured in. */
  readonly width: number;
  readonly height: number;
}

/** Is told how many golden pictures have been read, and how many there are. */
export type OnRead = (count: number, total: number) => void;

/** What the worker does for the page. */
export interface Recogniser {
  /** Loads runtime and model; to be called once, before anything is read. */
  open(onProgress: Progress): Promise<void>;

  readPicture(picture: Picture): Promise<Reading>;

  /** Reads a PNG or JPEG. Rejects with a PictureError where it is none. */
  readFile(file: Blob): Promise<Reading>;

  /** Reads the golden pictures; whether their answers are the released ones, to the last bit. */
  check(onRead: OnRead): Promise<boolean>;
}
