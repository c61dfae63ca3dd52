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

/** The first is taken where several show as much. */
const VIEWS: readonly [View, ...View[]] = [
  { shares: LUMA, paper: 255, weight: 3 },
  { shares: LUMA, paper: 0, weight: 2 },
  { shares: [256, 0, 0], paper: 255, weight: 2 },
  { shares: [0, 256, 0], paper: 255, weight: 2 },
  { shares: [0, 0, 256], paper: 255, weight: 2 },
];

/** Contrast is looked for in at most so many rows and columns. */
const SAMPLES = 64;

/** The picture through the view that shows the largest contrast. */
export function toGrey(image: Image): Matrix {
  let best = VIEWS[0];
  for (const view of VIEWS) {
    if (contrast(image, view) > contrast(image, best)) best = view;
  }
  return new Matrix(image.height, image.width, (y, x) => levelAt(image, y, x, best));
}

function contrast(image: Image, view: View): number {
  const step = Math.ceil(Math.max(image.height, image.width) / SAMPLES);
  let [darkest, lightest] = [255, 0];
  for (let y = 0; y < image.height; y += step) {
    for (let x = 0; x < image.width; x += step) {
      const level = levelAt(image, y, x, view);
      darkest = Math.min(darkest, level);
      lightest = Math.max(lightest, level);
    }
  }
  return (lightest - darkest) * view.weight;
}

/** What a view shows of a pixel; alpha of 128 to 255 covers 129 to 256 parts of 256 of the paper. */
function levelAt(image: Image, y: number, x: number, { shares, paper }: View): number {
  const { red, green, blue, alpha } = colourAt(image, y, x);
  const level = Math.floor((red * shares[0] + green * shares[1] + blue * shares[2]) / 256);
  const cover = alpha > 127 ? alpha + 1 : alpha;
  return paper + Math.floor(((level - paper) * cover) / 256);
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
