import { createHash } from 'node:crypto';
import {
  GOLDEN_COUNT,
  GOLDEN_PIXELS_SHA256,
  goldenPicture,
  toJson,
  type Answer,
  type Picture,
  type Reader,
  type ReleaseDigests,
} from '../../../core/index.ts';

/** The answers to all golden pictures as JSON, a picture a line. */
export async function expectedAnswers(read: Reader, digests: ReleaseDigests): Promise<string> {
  const lines: string[] = [];
  for (let index = 0; index < GOLDEN_COUNT; index++) {
    const picture = goldenPicture(index);
    lines.push(JSON.stringify(expected(index, picture, await read(picture))));
  }
  const head = JSON.stringify({ digests, pixels: GOLDEN_PIXELS_SHA256 }).slice(1, -1);
  return `{${head},"pictures":[\n${lines.join(',\n')}\n]}\n`;
}

function expected(index: number, picture: Picture, answer: Answer) {
  const { pixels, width, height, channels } = picture;
  return {
    index,
    height,
    width,
    channels,
    pixels: sha256(pixels),
    ...toJson(answer),
    seen: sha256(answer.seen),
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
