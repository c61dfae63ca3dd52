import { Random } from '../../data/random.ts';
import { Matrix } from './matrix.ts';
import type { Image } from './image.ts';

type Level = (y: number, x: number) => number;
type Look = (height: number, width: number, random: Random) => Level;

/** Random grey pictures [height, width], 0 to 255, the same for the same seed, of all looks in turn. */
export function* greyPictures(count: number, seed: number, longest: number): Generator<Matrix> {
  for (let number = 0; number < count; number += 1) {
    const random = new Random(seed, number);
    const [height, width] = [sideUpTo(longest, random), sideUpTo(longest, random)];
    yield new Matrix(height, width, lookOf(number)(height, width, random));
  }
}

/** A ground for the picture of this number: in turn unknown, white and black, for each of the looks. */
export function groundOf(number: number): number {
  return [0, 0, 1, 0, -1][number % 5] ?? 0;
}

/** The same as masks of 0 and 1. */
export function* masks(count: number, seed: number, longest: number): Generator<Matrix> {
  for (const picture of greyPictures(count, seed, longest)) {
    yield picture.map((level) => (level > 127 ? 1 : 0));
  }
}

/** Random pictures of 1 to 4 channels; each channel is a picture of its own, or all of them are one. */
export function* images(count: number, seed: number, longest: number): Generator<Image> {
  for (let number = 0; number < count; number += 1) {
    const random = new Random(seed, number);
    const channels = (number % 4) + 1;
    const [height, width] = [sideUpTo(longest, random), sideUpTo(longest, random)];
    const first = lookOf(number >> 2)(height, width, random);
    const isOne = random.chance(0.3);
    const others = isOne ? () => first : () => random.pick(LOOKS)(height, width, random);
    const levels = [first, ...Array.from({ length: channels - 1 }, others)];
    yield interleaved(height, width, levels);
  }
}

/** Small ones are the most. */
function sideUpTo(longest: number, random: Random): number {
  return 1 + Math.floor(longest * random.unit() ** random.pick([1, 2, 4]));
}

function interleaved(height: number, width: number, levels: readonly Level[]): Image {
  const channels = levels.length;
  const pixels = new Uint8Array(height * width * channels);
  for (const [channel, level] of levels.entries()) {
    for (let pixel = 0; pixel < height * width; pixel += 1) {
      pixels[pixel * channels + channel] = level(Math.floor(pixel / width), pixel % width);
    }
  }
  return { pixels, height, width, channels };
}

const noise: Look = (_height, _width, random) => {
  const [low, high] = [random.integer(0, 200), 255];
  return () => random.integer(low, high);
};

const bilevel: Look = (_height, _width, random) => {
  const [a, b, share] = [random.integer(0, 255), random.integer(0, 255), random.unit()];
  return () => (random.chance(share) ? a : b);
};

const gradient: Look = (height, width, random) => {
  const corners = Array.from({ length: 4 }, () => random.integer(0, 255));
  const [a = 0, b = 0, c = 0, d = 0] = corners;
  return (y, x) => {
    const [v, u] = [y / height, x / width];
    return Math.floor((1 - v) * ((1 - u) * a + u * b) + v * ((1 - u) * c + u * d));
  };
};

const blobs: Look = (height, width, random) => {
  const spots = Array.from({ length: random.integer(1, 5) }, () => ({
    ...spot(height, width, random),
    radius: random.between(0.05, 0.5) * Math.max(height, width),
    height: random.between(-200, 200),
  }));
  const paper = random.integer(0, 255);
  return (y, x) => {
    const sum = spots.reduce(
      (level, { y: v, x: u, radius, height: rise }) =>
        level + rise * Math.exp(-((y - v) ** 2 + (x - u) ** 2) / radius ** 2),
      paper,
    );
    return Math.max(0, Math.min(255, Math.floor(sum)));
  };
};

/** A pen's lines from point to point, which now and then leave the picture, on paper with some grain. */
const strokes: Look = (height, width, random) => {
  const count = random.integer(2, 6);
  const ends = Array.from({ length: count }, () => spot(height, width, random));
  const radius = random.between(0.01, 0.08) * Math.max(height, width) + 0.5;
  const [paper, ink, grain] = [
    random.integer(20, 235),
    random.integer(0, 255),
    random.integer(0, 20),
  ];
  return (y, x) => {
    const isInk = ends.some((end, index) => distance(y, x, ends[index - 1] ?? end, end) < radius);
    return isInk ? ink : paper + random.integer(-grain, grain);
  };
};

const LOOKS: readonly [Look, ...Look[]] = [strokes, noise, blobs, bilevel, strokes, gradient];

function lookOf(number: number): Look {
  return LOOKS[number % LOOKS.length] ?? strokes;
}

interface Spot {
  readonly y: number;
  readonly x: number;
}

function spot(height: number, width: number, random: Random): Spot {
  return { y: random.between(-0.1, 1.1) * height, x: random.between(-0.1, 1.1) * width };
}

/** From a point to the line between two. */
function distance(y: number, x: number, from: Spot, to: Spot): number {
  const [dy, dx] = [to.y - from.y, to.x - from.x];
  const share = ((y - from.y) * dy + (x - from.x) * dx) / (dy * dy + dx * dx || 1);
  const along = Math.max(0, Math.min(1, share));
  return Math.hypot(y - from.y - along * dy, x - from.x - along * dx);
}
