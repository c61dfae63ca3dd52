import { Matrix } from './matrix.ts';
import type { Image } from './image.ts';

/** What a picture can be looked at as. */
interface View {
  /** 256ths of red, green and blue that are seen. */
  readonly shares: readonly [number, number, number];
  /** The paper behind what is transparent. */
  readonly paper: number;
  /** How much contrast counts. */
  readonly weight: number;
}

const LUMA = [77, 150, 29] as const;

const ON_WHITE: View = { shares: LUMA, paper: 255, weight: 3 };
const ON_BLACK: View = { shares: LUMA, paper: 0, weight: 2 };

/** The first is taken where several show as much. */
const VIEWS: readonly View[] = [
  ON_WHITE,
  ON_BLACK,
  { shares: [256, 0, 0], paper: 255, weight: 2 },
  { shares: [0, 256, 0], paper: 255, weight: 2 },
  { shares: [0, 0, 256], paper: 255, weight: 2 },
];

/** At most so many rows and columns are looked at to choose a view. */
const SAMPLES = 64;

export interface Grey {
  readonly picture: Matrix;
  /** 1 where the paper is known to be white because much of the picture is transparent, -1 black, else 0. */
  readonly ground: number;
}

/** The picture through the view that shows the largest contrast. */
export function toGrey(image: Image): Grey {
  let best = ON_WHITE;
  for (const view of VIEWS) {
    if (contrast(image, view) > contrast(image, best)) best = view;
  }
  const picture = new Matrix(image.height, image.width, (y, x) => levelAt(image, y, x, best));
  const isOnGround = transparentShare(image) > 1 / 8 && levelsOfInk(image) < 64;
  return { picture, ground: isOnGround ? (best.paper === 255 ? 1 : -1) : 0 };
}

/** How far the levels of what is opaque lie apart; what is half transparent counts as nearer to both ends. */
function levelsOfInk(image: Image): number {
  const levels = (view: View) => sampled(image).map(({ y, x }) => levelAt(image, y, x, view));
  return Math.max(...levels(ON_BLACK)) - Math.min(...levels(ON_WHITE));
}

/** Of the samples, those that are more transparent than opaque. */
function transparentShare(image: Image): number {
  const places = sampled(image);
  const transparent = places.filter(({ y, x }) => colourAt(image, y, x).alpha < 128);
  return transparent.length / places.length;
}

function contrast(image: Image, view: View): number {
  let [darkest, lightest] = [255, 0];
  for (const { y, x } of sampled(image)) {
    const level = levelAt(image, y, x, view);
    darkest = Math.min(darkest, level);
    lightest = Math.max(lightest, level);
  }
  return (lightest - darkest) * view.weight;
}

/** Every n-th pixel of every n-th row. */
function sampled({ height, width }: Image) {
  const step = Math.ceil(Math.max(height, width) / SAMPLES);
  const places = [];
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) places.push({ y, x });
  }
  return places;
}

/** What a view shows of a pixel; alpha of 0 to 255 covers 1 to 256 parts of 256 of the paper. */
function levelAt(image: Image, y: number, x: number, { shares, paper }: View): number {
  const { red, green, blue, alpha } = colourAt(image, y, x);
  const level = (red * shares[0] + green * shares[1] + blue * shares[2]) / 256;
  const apart = Math.floor((Math.abs(level - paper) * (alpha + 1)) / 256);
  return level < paper ? paper - apart : paper + apart;
}

function colourAt({ pixels, width, channels }: Image, y: number, x: number) {
  const first = (y * width + x) * channels;
  const channel = (index: number) => pixels[first + index] ?? NaN;
  const isGrey = channels < 3;
  return {
    red: channel(0),
    green: channel(isGrey ? 0 : 1),
    blue: channel(isGrey ? 0 : 2),
    alpha: channels % 2 === 0 ? channel(channels - 1) : 255,
  };
}
