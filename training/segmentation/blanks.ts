import type { Picture } from '../../core/index.ts';
import { interleaved } from '../data/photograph/camera.ts';
import { illumination } from '../data/photograph/illumination.ts';
import { drawGridScraps, drawRuling, drawStain } from '../data/photograph/marks.ts';
import { developed, type Studio } from '../data/photograph/photograph.ts';
import { sceneWith } from '../data/photograph/scene.ts';
import type { Random } from '../data/random.ts';
import { blank, type Grey, type Size } from '../data/transform/grey.ts';
import { blur } from '../data/transform/blur.ts';
import { weighted } from '../data/weighted.ts';

/** Sides of the pictures, in pixels: as many from 8 to 16 as from 200 to 400. */
const LEAST_SIDE = 8;
const MOST_SIDE = 400;

/** Shorter over longer side, at the least, in half of the pictures; the others are square. */
const LEAST_ASPECT = 0.6;

interface Kind {
  /** Of all blank pictures, in percent. */
  readonly share: number;
  readonly draw: (size: Size, random: Random) => Picture;
}

const KINDS: readonly [Kind, ...Kind[]] = [
  { share: 40, draw: emptySheet },
  { share: 30, draw: (size, random) => grey(litPaper(size, random)) },
  { share: 15, draw: (size, random) => grey(noise(size, random)) },
  { share: 15, draw: (size, random) => grey(frame(size, random)) },
];

/** A picture without a digit: paper in some light, noise, lines along the edges. */
export function blankPicture(random: Random): Picture {
  const longer = Math.round(LEAST_SIDE * (MOST_SIDE / LEAST_SIDE) ** random.unit());
  const aspect = random.chance(0.5) ? random.between(LEAST_ASPECT, 1) : 1;
  const shorter = Math.max(LEAST_SIDE, Math.round(longer * aspect));
  const size = random.chance(0.5)
    ? { width: longer, height: shorter }
    : { width: shorter, height: longer };
  return weighted(KINDS, random).draw(size, random);
}

const STUDIO: Pick<Studio, 'coloured' | 'withAlpha'> = { coloured: 0.2, withAlpha: 0 };

/** Nothing at a place of one pixel: lines keep away from it. */
const NOTHING = blank({ width: 1, height: 1 });

function emptySheet(size: Size, random: Random): Picture {
  const place = (side: number) => random.integer(0, side - 1);
  const scene = sceneWith(NOTHING, size, place(size.width), place(size.height));
  if (random.chance(0.3)) drawRuling(scene, random);
  if (random.chance(0.5)) drawGridScraps(scene, random, 0.6);
  if (random.chance(0.2)) drawStain(scene, random);
  return developed(scene, STUDIO, random).picture;
}

/** Under a lamp from one side or from above, more strongly than in the photographs. */
function litPaper(size: Size, random: Random): Grey {
  const angle = random.between(0, 2 * Math.PI);
  const light = illumination(
    {
      level: 1,
      gradient: random.chance(0.7) ? random.between(0, 0.8) : 0,
      direction: { x: Math.cos(angle), y: Math.sin(angle) },
      vignette: random.chance(0.6) ? random.between(0, 1) : 0,
      ...{ shadows: [], creases: [] },
    },
    size,
  );
  const level = random.between(60, 250);
  const deviation = random.chance(0.6) ? random.between(0, 10) : 0;
  return drawn(size, (index) => level * (light[index] ?? 0) + random.normal(deviation));
}

/** Of single pixels or soft, faint or strong. */
function noise(size: Size, random: Random): Grey {
  const [level, deviation] = [random.between(30, 225), 2 * 40 ** random.unit()];
  const isUniform = random.chance(0.3);
  const sharp = drawn(size, () =>
    isUniform ? level + random.between(-2, 2) * deviation : level + random.normal(deviation),
  );
  return random.chance(0.3) ? blur(sharp, random.between(0.3, 1.5)) : sharp;
}

/** Lines along all edges, as around a cell. */
function frame(size: Size, random: Random): Grey {
  const shorter = Math.min(size.width, size.height);
  const thickness = random.integer(1, Math.max(2, Math.round(0.05 * shorter)));
  const inset = random.chance(0.5) ? 0 : random.integer(0, Math.round(0.08 * shorter));
  const [paper, line] = [random.between(0, 255), random.between(0, 255)];
  const deviation = random.chance(0.5) ? random.between(0, 6) : 0;
  return drawn(size, (index) => {
    const [x, y] = [index % size.width, Math.floor(index / size.width)];
    const depth = Math.min(x, y, size.width - 1 - x, size.height - 1 - y) - inset;
    const isLine = depth >= 0 && depth < thickness;
    return (isLine ? line : paper) + random.normal(deviation);
  });
}

function drawn(size: Size, levelAt: (index: number) => number): Grey {
  const picture = blank(size);
  for (let index = 0; index < picture.pixels.length; index += 1) {
    picture.pixels[index] = Math.min(Math.max(Math.round(levelAt(index)), 0), 255);
  }
  return picture;
}

function grey(plane: Grey): Picture {
  return interleaved([plane], false);
}
