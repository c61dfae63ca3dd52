import type { Random } from '../random.ts';
import type { Grey } from '../transform/grey.ts';
import { paste, roomAround, type Room, type Scene } from './scene.ts';
import { drawSegment } from './segment.ts';

const SIDES = ['left', 'top', 'right', 'bottom'] as const;

type Side = keyof Room;

/** Printed lines along some of the edges, as a cell of a grid has them; never over the digit. */
export function drawGridScraps(scene: Scene, random: Random, chance: number): void {
  const room = roomAround(scene);
  const thickness = Math.max(1, random.between(0.008, 0.04) * Math.min(scene.width, scene.height));
  const level = random.between(120, 255);
  const turn = random.between(-0.03, 0.03);
  for (const side of SIDES) {
    if (random.chance(chance)) drawScrap(scene, side, { room, thickness, level, turn }, random);
  }
}

interface Scrap {
  readonly room: Room;
  readonly thickness: number;
  readonly level: number;
  /** Slope against the edge. */
  readonly turn: number;
}

/** Between a line and the digit lie at least so many pixels, or as many times the line's thickness. */
const APART = 2;

function drawScrap(scene: Scene, side: Side, scrap: Scrap, random: Random): void {
  const isUpright = side === 'left' || side === 'right';
  const length = isUpright ? scene.height : scene.width;
  const swing = Math.abs(scrap.turn) * (length / 2);
  const most = scrap.room[side] - swing - scrap.thickness / 2 - Math.max(APART, scrap.thickness);
  if (most < 0) return;
  const inset = random.between(0, Math.min(most, length * 0.12));
  const across = isUpright ? scene.width : scene.height;
  const middle = side === 'left' || side === 'top' ? inset : across - inset;
  const tilt = (scrap.turn * length) / 2;
  const line = { width: scrap.thickness, level: scrap.level };
  drawSegment(
    scene.print,
    isUpright
      ? { ...line, x0: middle - tilt, y0: 0, x1: middle + tilt, y1: length }
      : { ...line, x0: 0, y0: middle + tilt, x1: length, y1: middle - tilt },
  );
}

/** Lets the next digit reach into the frame, at one side that has room for it. */
export function drawNeighbour(scene: Scene, neighbour: Grey, random: Random): void {
  const side = random.pick(SIDES);
  const across = side === 'left' || side === 'right' ? scene.width : scene.height;
  const own = side === 'left' || side === 'right' ? neighbour.width : neighbour.height;
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

/** Faint lines all over the sheet, in one direction or squared. */
export function drawRuling(scene: Scene, random: Random): void {
  const longer = Math.max(scene.width, scene.height);
  const gap = Math.max(8, random.between(0.05, 0.3) * longer);
  const turn = random.between(-0.06, 0.06);
  const line = {
    width: Math.max(0.7, random.between(0.002, 0.006) * longer),
    level: random.between(20, 70),
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
