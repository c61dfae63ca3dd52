import type { Random } from '../random.ts';
import type { Grey } from '../transform/grey.ts';
import { isUpright, paste, roomAround, SIDES, type Room, type Scene, type Side } from './scene.ts';
import { drawSegment } from './segment.ts';

/**
 * Printed lines along some of the edges, as a cell of a grid has them; never over the digit.
 *
 * @param isThick as of a box that was drawn for the digit
 */
export function drawGridScraps(
  scene: Scene,
  random: Random,
  chance: number,
  isThick: boolean,
): void {
  const line = randomLine(scene, random, isThick ? BOX_THICKNESS : GRID_THICKNESS);
  const scrap = { ...line, room: roomAround(scene) };
  for (const side of SIDES) {
    if (random.chance(chance)) drawScrap(scene, side, scrap, random);
  }
}

/** A printed line. */
interface Line {
  /** In pixels. */
  readonly thickness: number;
  readonly level: number;
  /** Slope against the edge. */
  readonly turn: number;
}

/** As shares of the picture's shorter side. */
const GRID_THICKNESS = [0.008, 0.04] as const;
const BOX_THICKNESS = [0.03, 0.08] as const;

function randomLine(
  { width, height }: Scene,
  random: Random,
  thickness: readonly [number, number],
): Line {
  return {
    thickness: Math.max(1, random.between(...thickness) * Math.min(width, height)),
    level: random.between(120, 255),
    turn: random.between(-0.03, 0.03),
  };
}

interface Scrap extends Line {
  readonly room: Room;
}

/** Between a line and the digit lie at least so many pixels, or as many times the line's thickness. */
const APART = 2;

function drawScrap(scene: Scene, side: Side, scrap: Scrap, random: Random): void {
  const length = isUpright(side) ? scene.height : scene.width;
  const swing = Math.abs(scrap.turn) * (length / 2);
  const most = scrap.room[side] - swing - scrap.thickness / 2 - Math.max(APART, scrap.thickness);
  if (most < 0) return;
  drawAlong(scene, side, random.between(0, Math.min(most, length * 0.12)), scrap);
}

/** How deep a line reaches into the digit, at most, as a share of the digit's height or width. */
const DEEPEST = 0.1;

/** A printed line along the edge that the digit is nearest to: it touches the digit or goes through its end. */
export function drawTouchingLine(scene: Scene, random: Random): void {
  const room = roomAround(scene);
  const side = SIDES.reduce((nearest, of) => (room[of] < room[nearest] ? of : nearest));
  const depth = random.between(0, DEEPEST) * (isUpright(side) ? scene.box.width : scene.box.height);
  drawAlong(scene, side, room[side] + depth, randomLine(scene, random, GRID_THICKNESS));
}

/** A line from edge to edge, its middle `inset` pixels from the side that it goes along. */
function drawAlong(
  scene: Scene,
  side: Side,
  inset: number,
  { thickness, level, turn }: Line,
): void {
  const [length, across] = isUpright(side)
    ? [scene.height, scene.width]
    : [scene.width, scene.height];
  const middle = side === 'left' || side === 'top' ? inset : across - inset;
  const tilt = (turn * length) / 2;
  const line = { width: thickness, level };
  drawSegment(
    scene.print,
    isUpright(side)
      ? { ...line, x0: middle - tilt, y0: 0, x1: middle + tilt, y1: length }
      : { ...line, x0: 0, y0: middle + tilt, x1: length, y1: middle - tilt },
  );
}

/** Lets the next digit reach into the frame, at one side that has room for it. */
export function drawNeighbour(scene: Scene, neighbour: Grey, random: Random): void {
  const side = random.pick(SIDES);
  const across = isUpright(side) ? scene.width : scene.height;
  const own = isUpright(side) ? neighbour.width : neighbour.height;
  // Less than half of it: a whole one would be a digit to read as well.
  const reach = Math.min(roomAround(scene)[side] - 3, across * 0.1, own * 0.4);
  if (reach < 1) return;
  const depth = Math.round(random.between(0.3, 1) * reach);
  const along = (length: number, extent: number) =>
    Math.round((length - extent) / 2 + random.between(-0.3, 0.3) * length);
  const { width, height } = scene;
  const places = {
    left: [depth - neighbour.width, along(height, neighbour.height)],
    right: [width - depth, along(height, neighbour.height)],
    top: [along(width, neighbour.width), depth - neighbour.height],
    bottom: [along(width, neighbour.width), height - depth],
  } as const;
  const [left, top] = places[side];
  paste(scene.ink, neighbour, left, top);
}

/** Of the lines: thickness as a share of the sheet's longer side, and level of 255. */
interface Ruling {
  readonly widths: readonly [number, number];
  readonly levels: readonly [number, number];
}

const FAINT_RULING: Ruling = { widths: [0.002, 0.006], levels: [20, 70] };
const NOTEBOOK_RULING: Ruling = { widths: [0.004, 0.012], levels: [60, 140] };

/**
 * Lines all over the sheet, in one direction or squared.
 *
 * @param isStrong as a notebook's may be beside a ballpen's, otherwise faint
 */
export function drawRuling(scene: Scene, random: Random, isStrong: boolean): void {
  const { widths, levels } = isStrong ? NOTEBOOK_RULING : FAINT_RULING;
  const longer = Math.max(scene.width, scene.height);
  const gap = Math.max(8, random.between(0.05, 0.3) * longer);
  const turn = random.between(-0.06, 0.06);
  const line = {
    width: Math.max(0.7, random.between(...widths) * longer),
    level: random.between(...levels),
  };
  const isSquared = random.chance(0.4);
  for (let place = random.between(0, gap); place < longer * 1.1; place += gap) {
    const far = place + turn * longer;
    drawSegment(scene.print, { ...line, x0: 0, y0: place, x1: longer, y1: far });
    if (isSquared)
      drawSegment(scene.print, { ...line, x0: place, y0: 0, x1: 2 * place - far, y1: longer });
  }
}

/** Small and dark beside the digit, or large and faint anywhere. */
export function drawStain(scene: Scene, random: Random): void {
  const longer = Math.max(scene.width, scene.height);
  const isSpot = random.chance(0.6);
  const radius = isSpot
    ? Math.max(0.8, random.between(0.006, 0.025) * longer)
    : random.between(0.08, 0.3) * longer;
  const [x, y] = [random.between(0, scene.width), random.between(0, scene.height)];
  if (isSpot && isNearDigit(scene, x, y, 2 * radius + 2)) return;
  const level = isSpot ? random.between(80, 220) : random.between(15, 45);
  drawSpot(scene.print, { x, y, radius, level, softness: isSpot ? 0.5 : random.between(0.2, 0.8) });
}

function isNearDigit({ box }: Scene, x: number, y: number, distance: number): boolean {
  return (
    x > box.left - distance &&
    y > box.top - distance &&
    x < box.left + box.width + distance &&
    y < box.top + box.height + distance
  );
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly level: number;
  /** Share of the radius over which it fades. */
  readonly softness: number;
}

function drawSpot(print: Grey, { x, y, radius, level, softness }: Spot): void {
  const [firstX, lastX] = [
    Math.max(0, Math.floor(x - radius)),
    Math.min(print.width - 1, Math.ceil(x + radius)),
  ];
  const [firstY, lastY] = [
    Math.max(0, Math.floor(y - radius)),
    Math.min(print.height - 1, Math.ceil(y + radius)),
  ];
  for (let row = firstY; row <= lastY; row += 1) {
    for (let column = firstX; column <= lastX; column += 1) {
      const off = Math.sqrt((column + 0.5 - x) ** 2 + (row + 0.5 - y) ** 2) / radius;
      const drawn = level * Math.min(Math.max((1 - off) / softness, 0), 1);
      const index = row * print.width + column;
      if (drawn > (print.pixels[index] ?? 0)) print.pixels[index] = drawn;
    }
  }
}
