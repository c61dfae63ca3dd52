import type { Random } from '../random.ts';
import type { Size } from '../transform/grey.ts';

/** How lamps, hands and folds light a sheet. Lengths are in halves of the longer side, from the middle. */
export interface Lighting {
  /** Mean level of light, 0 to 1. */
  readonly level: number;
  /** How much lighter it becomes from the middle to the edge in the gradient's direction. */
  readonly gradient: number;
  readonly direction: Direction;
  /** How much darker the corners are. */
  readonly vignette: number;
  readonly shadows: readonly Shadow[];
  readonly creases: readonly Crease[];
}

/** Of length 1. */
interface Direction {
  readonly x: number;
  readonly y: number;
}

interface Edge {
  /** Across the edge. */
  readonly direction: Direction;
  readonly offset: number;
}

export interface Shadow extends Edge {
  /** How much light is left, 0 to 1. */
  readonly left: number;
  readonly softness: number;
  /** The other edge of a corner; it is dark only behind both. */
  readonly beside?: Edge | undefined;
}

export interface Crease extends Edge {
  /** How much darker one side is, and lighter the other. */
  readonly strength: number;
  readonly width: number;
}

/** A lamp from one side, sometimes the shadow of a hand, sometimes folded paper. */
export function randomLighting(random: Random): Lighting {
  const edge = () => ({
    direction: randomDirection(random),
    offset: random.between(-0.7, 0.7),
  });
  const several = <T>(chance: number, make: () => T) =>
    Array.from({ length: random.chance(chance) ? random.integer(1, 2) : 0 }, make);
  return {
    level: random.between(0.5, 1),
    gradient: random.chance(0.6) ? random.between(0, 0.35) : 0,
    direction: randomDirection(random),
    vignette: random.chance(0.4) ? random.between(0, 0.35) : 0,
    shadows: several(0.35, () => ({
      ...edge(),
      left: random.between(0.5, 0.85),
      softness: random.between(0.05, 0.6),
    })),
    creases: several(0.2, () => ({
      ...edge(),
      strength: random.between(0.04, 0.15),
      width: random.between(0.05, 0.12),
    })),
  };
}

/** A shadow's edge is hard where it is less wide, in halves of the longer side. */
const HARD = 0.05;

/** Share of the hard shadows that have a corner. */
const CORNERED = 0.4;

/** With the shadow of something close to the sheet: a phone, a ruler. */
export function withHardShadow(lighting: Lighting, random: Random): Lighting {
  const edge = () => ({ direction: randomDirection(random), offset: random.between(-0.8, 0.8) });
  const shadow: Shadow = {
    ...edge(),
    left: random.between(0.35, 0.85),
    softness: random.between(0.005, HARD),
    beside: random.chance(CORNERED) ? edge() : undefined,
  };
  return { ...lighting, shadows: [...lighting.shadows, shadow] };
}

function randomDirection(random: Random): Direction {
  const angle = random.between(0, 2 * Math.PI);
  return { x: Math.cos(angle), y: Math.sin(angle) };
}

/** Light is reckoned every so many pixels, or at every one where an edge is hard; between them it is interpolated. */
const LEAST_STEP = 4;
const MOST_STEP = 8;

/** Steps along the longer side, where the bounds allow. */
const STEPS = 40;

/** The light at every pixel, about 0 to 1. */
export function illumination(lighting: Lighting, size: Size): Float32Array {
  const wanted = Math.ceil(Math.max(size.width, size.height) / STEPS);
  const isHard = lighting.shadows.some(({ softness }) => softness < HARD);
  const step = isHard ? 1 : Math.min(Math.max(wanted, LEAST_STEP), MOST_STEP);
  const nodes = {
    width: Math.ceil(size.width / step) + 1,
    height: Math.ceil(size.height / step) + 1,
  };
  return interpolated(lightAtNodes(lighting, size, nodes, step), nodes, size, step);
}

function lightAtNodes(lighting: Lighting, size: Size, nodes: Size, step: number): Float32Array {
  const half = Math.max(size.width, size.height) / 2;
  const light = new Float32Array(nodes.width * nodes.height);
  for (let row = 0; row < nodes.height; row += 1) {
    for (let column = 0; column < nodes.width; column += 1) {
      const [x, y] = [
        (column * step - size.width / 2) / half,
        (row * step - size.height / 2) / half,
      ];
      light[row * nodes.width + column] = lightAt(lighting, x, y);
    }
  }
  return light;
}

/** In the deepest shadow a phone still exposes for what it sees. */
const DARKEST = 0.3;

function lightAt(lighting: Lighting, x: number, y: number): number {
  const across = x * lighting.direction.x + y * lighting.direction.y;
  let light = lighting.level * (1 + lighting.gradient * across);
  light *= 1 - (lighting.vignette * (x * x + y * y)) / 2;
  for (const shadow of lighting.shadows) {
    const { beside, softness } = shadow;
    const shade = shadeBehind(shadow, softness, x, y);
    const common = beside === undefined ? shade : shade * shadeBehind(beside, softness, x, y);
    light *= 1 - (1 - shadow.left) * common;
  }
  for (const crease of lighting.creases) {
    const off = distanceTo(crease, x, y) / crease.width;
    light *= 1 + crease.strength * off * Math.exp((1 - off * off) / 2);
  }
  return Math.max(light, DARKEST);
}

/** 0 before an edge, 1 behind it. */
function shadeBehind(edge: Edge, softness: number, x: number, y: number): number {
  const shade = Math.min(Math.max(distanceTo(edge, x, y) / softness + 0.5, 0), 1);
  return shade * shade * (3 - 2 * shade);
}

function distanceTo({ direction, offset }: Edge, x: number, y: number): number {
  return x * direction.x + y * direction.y - offset;
}

function interpolated(
  nodes: Float32Array,
  { width: stride }: Size,
  { width, height }: Size,
  step: number,
): Float32Array {
  const light = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / step) * stride;
    const below = (y % step) / step;
    for (let left = 0; left < width; left += step) {
      const node = row + left / step;
      const from = mix(nodes[node] ?? 0, nodes[node + stride] ?? 0, below);
      const to = mix(nodes[node + 1] ?? 0, nodes[node + stride + 1] ?? 0, below);
      const end = Math.min(left + step, width);
      for (let x = left; x < end; x += 1) {
        light[y * width + x] = from + ((to - from) * (x - left)) / step;
      }
    }
  }
  return light;
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}
