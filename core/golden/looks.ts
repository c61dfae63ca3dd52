/** One byte of a picture, before it is known what the picture shows there. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly channel: number;
  /** Its index in the picture's pixels. */
  readonly byte: number;
}

/** What a look may depend on. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** A whole number from 0 to `count` - 1, the same for the same `question` of one picture. */
  readonly choose: (question: number, count: number) => number;
  /** 0 to 255, another at every byte. */
  readonly noise: (spot: Spot) => number;
}

type Level = (spot: Spot) => number;

/** What paper, ink and alpha are at a byte, 0 to 255. */
export interface Look {
  readonly paper: Level;
  /** Without it, the picture shows no digit. */
  readonly ink?: Level;
  readonly alphaOnPaper: Level;
  readonly alphaOnInk: Level;
}

/** Questions to `choose`, numbered as in the specification. */
export const ASK = {
  noise: 0,
  left: 1,
  top: 2,
  side: 3,
  radius: 4,
  paper: 5,
  ink: 6,
  alpha: 7,
} as const;

const OPAQUE = { alphaOnPaper: () => 255, alphaOnInk: () => 255 };

function blank({ choose }: Scene): Look {
  const level = choose(ASK.paper, 256);
  const alpha = choose(ASK.alpha, 256);
  return { paper: () => level, alphaOnPaper: () => alpha, alphaOnInk: () => alpha };
}

function chaos({ noise }: Scene): Look {
  return { paper: noise, alphaOnPaper: noise, alphaOnInk: noise };
}

function gradient({ width, height }: Scene): Look {
  const alpha = ({ y }: Spot) => Math.floor((255 * y) / height);
  return {
    paper: ({ x }) => Math.floor((255 * x) / width),
    alphaOnPaper: alpha,
    alphaOnInk: alpha,
  };
}

/** Colours differ from channel to channel. */
function darkOnLight({ choose }: Scene): Look {
  const paper = 255 - choose(ASK.paper, 64);
  const ink = choose(ASK.ink, 64);
  return {
    paper: ({ channel }) => paper - 16 * channel,
    ink: ({ channel }) => ink + 32 * channel,
    ...OPAQUE,
  };
}

function lightOnDark(scene: Scene): Look {
  const { paper, ink } = darkOnLight(scene);
  return {
    paper: (spot) => 255 - paper(spot),
    ...(ink && { ink: (spot: Spot) => 255 - ink(spot) }),
    ...OPAQUE,
  };
}

/** Light falls from the top left corner. */
function onGradient({ width, height, choose }: Scene): Look {
  const ink = choose(ASK.ink, 64);
  const shade = ({ x, y }: Spot) => Math.floor((64 * x) / width) + Math.floor((64 * y) / height);
  const alpha = (spot: Spot) => 255 - shade(spot);
  return {
    paper: (spot) => 255 - shade(spot),
    ink: () => ink,
    alphaOnPaper: alpha,
    alphaOnInk: alpha,
  };
}

function noisy({ noise }: Scene): Look {
  return {
    paper: (spot) => 255 - (noise(spot) % 64),
    ink: (spot) => noise(spot) % 64,
    ...OPAQUE,
  };
}

/** The paper is transparent: what its colours are must not show. */
function cutOut({ choose, noise }: Scene): Look {
  const ink = choose(ASK.ink, 64);
  return {
    paper: noise,
    ink: () => ink,
    alphaOnPaper: () => 0,
    alphaOnInk: () => 255,
  };
}

export const LOOKS: readonly ((scene: Scene) => Look)[] = [
  blank,
  chaos,
  gradient,
  darkOnLight,
  lightOnDark,
  onGradient,
  noisy,
  cutOut,
];
