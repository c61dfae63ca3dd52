import type { Channels, Picture } from '../../../core/index.ts';
import type { Random } from '../random.ts';
import { blur } from '../transform/blur.ts';
import { blank, type Grey } from '../transform/grey.ts';
import { jpegLoss } from '../transform/jpeg.ts';
import { addNoise } from '../transform/noise.ts';

/** How sharp, noisy and compressed a picture is. */
export interface Camera {
  /** Deviation of the blur, in pixels. */
  readonly blur: number;
  /** Deviation of the sensor's noise, in levels. */
  readonly noise: number;
  /** Of the JPEG, 1 to 100; undefined where none was made. */
  readonly quality: number | undefined;
}

/** @param inkLength of the digit, in pixels: what blur spares depends on it */
export function randomCamera(random: Random, inkLength: number, isInFocus: boolean): Camera {
  const most = isInFocus
    ? Math.min(0.6 + 0.012 * inkLength, 5)
    : Math.min(0.6 + 0.03 * inkLength, 8);
  return {
    blur: random.chance(0.6) ? random.between(0.3, most) : 0,
    noise: random.chance(0.7) ? 10 * random.unit() ** 1.5 : 0,
    quality: random.chance(0.35) ? random.integer(35, 95) : undefined,
  };
}

/** Takes the picture of one channel (grey) or three (red, green, blue). */
export function take(levels: readonly Grey[], camera: Camera, random: Random): Grey[] {
  const sensed = levels.map((channel) =>
    camera.noise > 0
      ? addNoise(blur(channel, camera.blur), camera.noise, random.seed())
      : blur(channel, camera.blur),
  );
  return camera.quality === undefined ? sensed : compressed(sensed, camera.quality);
}

/** Only luminance loses: colour is stored apart, and is smooth here. */
function compressed(channels: readonly Grey[], quality: number): Grey[] {
  const [only, green, blue] = channels;
  if (only === undefined || green === undefined || blue === undefined) {
    return channels.map((channel) => jpegLoss(channel, quality));
  }
  const luma = lumaPlane(only, green, blue);
  const lost = jpegLoss(luma, quality);
  return channels.map((channel) => shifted(channel, luma, lost));
}

function lumaPlane(red: Grey, green: Grey, blue: Grey): Grey {
  const luma = blank(red);
  for (let index = 0; index < luma.pixels.length; index += 1) {
    luma.pixels[index] =
      0.299 * (red.pixels[index] ?? 0) +
      0.587 * (green.pixels[index] ?? 0) +
      0.114 * (blue.pixels[index] ?? 0) +
      0.5;
  }
  return luma;
}

/** `channel` changed as `from` changed to `to`. */
function shifted(channel: Grey, from: Grey, to: Grey): Grey {
  const target = blank(channel);
  for (let index = 0; index < target.pixels.length; index += 1) {
    const level =
      (channel.pixels[index] ?? 0) + (to.pixels[index] ?? 0) - (from.pixels[index] ?? 0);
    target.pixels[index] = level < 0 ? 0 : level > 255 ? 255 : level;
  }
  return target;
}

/**
 * The channels of each pixel side by side.
 *
 * @param hasAlpha adds an opaque alpha channel
 */
export function interleaved(planes: readonly Grey[], hasAlpha: boolean): Picture {
  const [first] = planes;
  if (first === undefined) throw new RangeError('A picture needs a channel.');
  const channels = (planes.length + (hasAlpha ? 1 : 0)) as Channels;
  const pixels = new Uint8Array(first.pixels.length * channels);
  if (hasAlpha) pixels.fill(255);
  planes.forEach((plane, channel) => {
    let place = channel;
    for (const level of plane.pixels) {
      pixels[place] = level;
      place += channels;
    }
  });
  return { pixels, width: first.width, height: first.height, channels };
}
