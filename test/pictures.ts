import { encode } from 'fast-png';
import type { Channels } from '../core/index.ts';

/**
 * A PNG file, 8 bits a channel.
 *
 * @param pixels [height * width * channels], row by row, channels interleaved
 */
export function pngOf(
  pixels: Uint8Array,
  width: number,
  height: number,
  channels: Channels,
): Uint8Array {
  return encode({ data: pixels, width, height, channels, depth: 8 });
}
