import type { Random } from '../random.ts';
import { blank, type Grey } from '../transform/grey.ts';
import { lumaOf, type Colour, type Materials } from './colours.ts';
import { GRAINS, type Grain } from './grain.ts';
import { illumination, type Lighting } from './illumination.ts';
import type { Scene } from './scene.ts';

/** How strongly the fibres of a surface show, as a share of its level. */
const MOST_TEXTURE = 0.02;

/** On paper lines are printed dark, on boards light. */
const DARK_PRINT: Colour = [60, 65, 80];
const LIGHT_PRINT: Colour = [190, 190, 185];

/** The levels that reach the sensor: [red, green, blue], or [grey]. */
export function expose(
  scene: Scene,
  materials: Materials,
  lighting: Lighting,
  isColoured: boolean,
  random: Random,
): Grey[] {
  const light = illumination(lighting, scene);
  textureLight(light, scene, random.pick(GRAINS), random.between(0, MOST_TEXTURE));
  const ink = inkedByPressure(scene.ink, materials, random.pick(GRAINS));
  const isBoard = lumaOf(materials.surface) < lumaOf(materials.ink);
  const print = isBoard ? LIGHT_PRINT : DARK_PRINT;
  const channel = (levels: Levels) => exposeChannel(scene, light, ink, levels);
  const { surface, ink: written } = materials;
  if (!isColoured) {
    return [channel({ surface: lumaOf(surface), print: lumaOf(print), ink: lumaOf(written) })];
  }
  return ([0, 1, 2] as const).map((colour) =>
    channel({ surface: surface[colour], print: print[colour], ink: written[colour] }),
  );
}

function textureLight(light: Float32Array, { width, height }: Scene, grain: Grain, share: number) {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const index = y * width + x;
      light[index] = (light[index] ?? 0) * (1 + share * grain.at(x, y));
    }
  }
}

/** Coverage where the surface's grain lets the ink through. */
function inkedByPressure(ink: Grey, { opacity, grain: share }: Materials, grain: Grain): Grey {
  const { pixels, width, height } = ink;
  const pressed = blank(ink);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const index = y * width + x;
      const cover = pixels[index] ?? 0;
      if (cover === 0) continue;
      const through = Math.min(Math.max(1 - share * (0.7 + grain.at(x + 101, y + 57)), 0.1), 1);
      pressed.pixels[index] = cover * opacity * through;
    }
  }
  return pressed;
}

/** Of one channel, in full light. */
interface Levels {
  readonly surface: number;
  readonly print: number;
  readonly ink: number;
}

function exposeChannel(
  { print, width, height }: Scene,
  light: Float32Array,
  ink: Grey,
  levels: Levels,
): Grey {
  const target = blank({ width, height });
  const printStep = (levels.print - levels.surface) / 255;
  for (let index = 0; index < light.length; index += 1) {
    const surface = levels.surface + printStep * (print.pixels[index] ?? 0);
    const cover = (ink.pixels[index] ?? 0) / 255;
    const level = (surface + (levels.ink - surface) * cover) * (light[index] ?? 0) + 0.5;
    target.pixels[index] = level > 255 ? 255 : level;
  }
  return target;
}
