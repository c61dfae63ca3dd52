import type { Picture } from '../../core/index.ts';
import { PHOTOGRAPHS } from '../data/looks/looks.ts';
import { interleaved } from '../data/photograph/camera.ts';
import { illumination } from '../data/photograph/illumination.ts';
import { drawGridScraps, drawRuling, drawStain } from '../data/photograph/marks.ts';
import { developed, type Studio } from '../data/photograph/photograph.ts';
import { sceneWith } from '../data/photograph/scene.ts';
import { drawTable } from '../data/photograph/table.ts';
import type { Random } from '../data/random.ts';
import { blank, type Grey, type Size } from '../data/transform/grey.ts';
import { blur } from '../data/transform/blur.ts';
import { weighted } from '../data/weighted.ts';
import { ellipse, frameThickness, rectangle, withPaper } from './arrangement.ts';
import { randomSize } from './random-size.ts';

interface Kind {
  /** Of all blank pictures, in percent. */
  readonly share: number;
  readonly draw: (size: Size, random: Random) => Picture;
}

const KINDS: readonly [Kind, ...Kind[]] = [
  { share: 33, draw: emptySheet },
  { share: 20, draw: (size, random) => grey(litPaper(size, random)) },
  { share: 14, draw: (size, random) => grey(noise(size, random)) },
  { share: 9, draw: (size, random) => grey(speckle(size, random)) },
  { share: 18, draw: (size, random) => grey(frame(size, random)) },
  { share: 6, draw: cutPaper },
];

/** A picture without a digit: paper in some light or cut out, noise, lines along the edges. */
export function blankPicture(random: Random): Picture {
  return weighted(KINDS, random).draw(randomSize(random), random);
}

const STUDIO: Pick<Studio, 'coloured' | 'withAlpha' | 'hardShadow' | 'outOfFocus'> = {
  coloured: 0.2,
  withAlpha: 0,
  hardShadow: 0.4,
  outOfFocus: PHOTOGRAPHS.outOfFocus,
};

/** Nothing at a place of one pixel: lines keep away from it. */
const NOTHING = blank({ width: 1, height: 1 });

function emptySheet(size: Size, random: Random): Picture {
  const place = (side: number) => random.integer(0, side - 1);
  const scene = sceneWith(NOTHING, size, place(size.width), place(size.height));
  if (random.chance(0.3)) drawRuling(scene, random, random.chance(PHOTOGRAPHS.strongRuling));
  if (random.chance(0.15)) drawTable(scene, random);
  if (random.chance(0.5)) drawGridScraps(scene, random, 0.6, random.chance(PHOTOGRAPHS.thickFrame));
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
  const [level, deviation] = [random.between(30, 225), random.logUniform(2, 80)];
  const isUniform = random.chance(0.3);
  const sharp = drawn(size, () =>
    isUniform ? level + random.between(-2, 2) * deviation : level + random.normal(deviation),
  );
  return random.chance(0.3) ? blur(sharp, random.between(0.3, 1.5)) : sharp;
}

/** Grains of one level on another, of a few pixels where the picture is large enough to tell them from strokes. */
function speckle(size: Size, random: Random): Grey {
  const isLarge = Math.min(size.width, size.height) >= 48;
  const grain = isLarge && random.chance(0.4) ? random.integer(2, 3) : 1;
  const columns = Math.ceil(size.width / grain);
  const share = random.between(0.03, 0.97);
  const levels = [random.integer(0, 255), random.integer(0, 255)] as const;
  const grains = Array.from({ length: columns * Math.ceil(size.height / grain) }, () =>
    random.chance(share) ? levels[0] : levels[1],
  );
  return drawn(size, (index) => {
    const [x, y] = [index % size.width, Math.floor(index / size.width)];
    return grains[Math.floor(y / grain) * columns + Math.floor(x / grain)] ?? 0;
  });
}

/** A piece of paper on nothing, too large for a stroke. */
function cutPaper(size: Size, random: Random): Picture {
  const reach = (side: number) => (side / 2) * random.between(0.6, 1);
  const shape = random.chance(0.5) ? ellipse : rectangle;
  const paper = shape(size.width / 2, size.height / 2, reach(size.width), reach(size.height));
  return withPaper(grey(litPaper(size, random)), paper);
}

/** Lines along all edges, as around a cell, or the broad border of a scan. */
function frame(size: Size, random: Random): Grey {
  const shorter = Math.min(size.width, size.height);
  const thickness = frameThickness(size, random);
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
