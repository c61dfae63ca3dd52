import type { Random } from '../random.ts';

/** Levels of red, green and blue, 0 to 255, in full light. */
export type Colour = readonly [number, number, number];

/** What a digit is written with, and on what. */
export interface Materials {
  readonly surface: Colour;
  readonly ink: Colour;
  /** Ink that covers fully where it is thickest is 1. */
  readonly opacity: number;
  /** How much the pressure on the grain shows, 0 to 1. */
  readonly grain: number;
}

const PAPERS: readonly [Colour, ...Colour[]] = [
  [250, 250, 250],
  [245, 240, 225],
  [235, 230, 200],
  [225, 232, 242],
  [222, 218, 210],
  [250, 225, 225],
  [245, 238, 150],
  [205, 180, 145],
];

const PENS: readonly [Colour, ...Colour[]] = [
  [25, 25, 30],
  [25, 25, 30],
  [30, 45, 140],
  [40, 70, 175],
  [185, 35, 45],
  [25, 105, 60],
  [110, 50, 130],
];

const BOARDS: readonly [Colour, ...Colour[]] = [
  [35, 60, 48],
  [38, 40, 42],
  [25, 35, 60],
  [60, 50, 45],
];

const CHALKS: readonly [Colour, ...Colour[]] = [
  [240, 240, 235],
  [240, 240, 235],
  [245, 225, 120],
  [245, 185, 195],
  [170, 210, 245],
];

/** Share of the surfaces that are boards, with chalk on them. */
const BOARD_SHARE = 0.2;

const PENCIL_SHARE = 0.25;

export function randomMaterials(random: Random): Materials {
  if (random.chance(BOARD_SHARE)) {
    return {
      surface: random.pick(BOARDS),
      ink: random.pick(CHALKS),
      opacity: random.between(0.75, 1),
      grain: random.between(0, 0.35),
    };
  }
  const surface = random.pick(PAPERS);
  if (random.chance(PENCIL_SHARE)) {
    const level = random.between(60, 105);
    const grain = random.between(0.05, 0.3);
    return { surface, ink: [level, level, level + 4], opacity: random.between(0.8, 1), grain };
  }
  return {
    surface,
    ink: random.pick(PENS),
    opacity: random.between(0.8, 1),
    grain: random.between(0, 0.1),
  };
}

/** ITU-R BT.601. */
export function lumaOf([red, green, blue]: Colour): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
