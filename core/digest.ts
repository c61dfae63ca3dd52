import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { goldenPictures } from './golden/golden.ts';
import type { Picture } from './picture/picture.ts';
import type { Answer, Reader } from './reader.ts';

/**
 * What a model's answers to a series of pictures come down to: equal digests, equal bits. Both are SHA-256
 * in lower-case hexadecimal, over numbers stored little-endian, picture after picture.
 */
export interface Digests {
  readonly pictures: number;
  /** Over each picture's ten logits, float32. */
  readonly logits: string;
  /**
   * Over each picture's found and sure (uint8 each), digit (int32; -1 where nothing is found), box (four
   * int32), logits and probabilities (ten float32 each) and seen (784 bytes).
   */
  readonly answers: string;
}

/** Reads the golden pictures. `onRead` is told how many have been read. */
export function digestGolden(read: Reader, onRead?: (count: number) => void): Promise<Digests> {
  return digestAnswers(read, goldenPictures(), onRead);
}

/**
 * Reads pictures one after the other and digests the answers. Rejects as the reader does.
 *
 * @param onRead told how many have been read
 */
export async function digestAnswers(
  read: Reader,
  pictures: Iterable<Picture>,
  onRead: (count: number) => void = () => undefined,
): Promise<Digests> {
  const digest = new AnswerDigest();
  for (const picture of pictures) {
    digest.add(await read(picture));
    onRead(digest.pictures);
  }
  return digest.digests();
}

/** As `Digests.logits`, of logits that are there already, [pictures * 10]. */
export function digestLogits(logits: Float32Array): string {
  return bytesToHex(sha256(float32Bytes(logits)));
}

/** Digests answers one by one. */
export class AnswerDigest {
  readonly #logits = sha256.create();
  readonly #answers = sha256.create();
  #pictures = 0;

  get pictures(): number {
    return this.#pictures;
  }

  add({ found, sure, digit, box, logits, probabilities, seen }: Answer): void {
    const logitBytes = float32Bytes(logits);
    this.#logits.update(logitBytes);
    this.#answers
      .update(Uint8Array.of(found ? 1 : 0, sure ? 1 : 0))
      .update(int32Bytes([digit ?? -1, box.x, box.y, box.width, box.height]))
      .update(logitBytes)
      .update(float32Bytes(probabilities))
      .update(seen);
    this.#pictures += 1;
  }

  /** To be called once, after the last answer. */
  digests(): Digests {
    return {
      pictures: this.#pictures,
      logits: bytesToHex(this.#logits.digest()),
      answers: bytesToHex(this.#answers.digest()),
    };
  }
}

/** SHA-256 of all golden pictures' pixels, picture after picture: what a copy of the recipe must reach. */
export function digestGoldenPixels(): string {
  const digest = sha256.create();
  for (const { pixels } of goldenPictures()) digest.update(pixels);
  return bytesToHex(digest.digest());
}

/**
 * -0 becomes 0: they are the same number, but engines may differ in which of them a sum of zeros, or a
 * product with one, is.
 */
function float32Bytes(values: Float32Array): Uint8Array {
  return bytesOf(values, (view, offset, value) => {
    view.setFloat32(offset, value + 0, true);
  });
}

function int32Bytes(values: readonly number[]): Uint8Array {
  return bytesOf(values, (view, offset, value) => {
    view.setInt32(offset, value, true);
  });
}

function bytesOf(
  values: ArrayLike<number>,
  set: (view: DataView, offset: number, value: number) => void,
): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  for (let i = 0; i < values.length; i++) set(view, 4 * i, values[i] ?? NaN);
  return new Uint8Array(view.buffer);
}
