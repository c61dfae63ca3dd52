import { encode } from 'fast-png';
import type { Picture } from '../../../core/index.ts';

/** A PNG file with exactly the picture's channels. */
export function picturePng({ pixels, width, height, channels }: Picture): Uint8Array {
  return encode({ data: pixels, width, height, channels, depth: 8 });
}
