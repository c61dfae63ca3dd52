import { workerData } from 'node:worker_threads';
import type { Picture } from '../../core/index.ts';
import { ort } from '../../runtime-node/onnx.ts';
import { throughGate } from '../../runtime-node/native-gate.ts';
import { SESSION_OPTIONS } from '../../runtime-node/reader.ts';
import { SEGMENTATION_LOOKS } from '../data/looks/looks.ts';
import type { Digits } from '../data/mnist.ts';
import { Random } from '../data/random.ts';
import { Examiner, NOT_A_DIGIT, planRound } from '../data/rounds/example.ts';
import type { Gated } from '../threads.ts';
import { interleaved } from '../data/photograph/camera.ts';
import { arranged } from './arrangement.ts';
import { blankPicture } from './blanks.ts';
import { levelsModel } from './levels-model.ts';
import { drawnOnScreen } from './on-screen.ts';
import { negative, targetsOf, targetsOfBlank, type Example, type Squares } from './example.ts';

/** What a thread is started with; the pixels are shared memory. */
export interface ThreadData {
  readonly digits: Digits;
}

/** Examples `start` to `end - 1` of a round. */
export interface Task {
  readonly round: number;
  readonly start: number;
  readonly end: number;
}

/** One in so many pictures is blank. */
const BLANK_EVERY = 8;

/** Share of the pictures with a digit that show one as programs draw it. */
const ON_SCREEN = 0.1;

/** Share of the pictures with a digit that are shown as negatives: light ink is rarer in the looks. */
const NEGATIVE = 0.35;

/** Sets the choice of digits and of blank pictures apart from all others. */
const SEED = 0x73656773;

const { digits, gate } = workerData as ThreadData & Gated;
const session = await throughGate(gate, () =>
  ort.InferenceSession.create(levelsModel(), SESSION_OPTIONS),
);
const plan = planRound(digits);
const examiner = new Examiner(plan, SEGMENTATION_LOOKS, SEGMENTATION_LOOKS);

export default async function render({ round, start, end }: Task): Promise<readonly Example[]> {
  const examples: Example[] = [];
  for (let index = start; index < end; index += 1) {
    examples.push(await example(new Random(SEED, round, index), round, index));
  }
  return examples;
}

async function example(random: Random, round: number, index: number): Promise<Example> {
  if (index % BLANK_EVERY === 0) {
    const { squares } = await seen(blankPicture(random));
    return { ...squares, targets: targetsOfBlank(squares) };
  }
  const { isDigit, ...drawn } = random.chance(ON_SCREEN)
    ? { isDigit: true, ...drawnOnScreen(random) }
    : inTheWorld(random, round);
  const { picture, ink } = arranged(drawn, random);
  const { squares } = await seen(picture);
  const { lightest: cover } = await seen(interleaved([ink], false));
  const shown = { ...squares, targets: targetsOf(squares, cover, isDigit) };
  return random.chance(NEGATIVE) ? negative(shown) : shown;
}

function inTheWorld(random: Random, round: number) {
  const { label, ...drawn } = examiner.draw(round, random.integer(0, plan.count - 1));
  return { isDigit: label !== NOT_A_DIGIT, ...drawn };
}

/** What the network sees of a picture, and the lightest of each square, not stretched. */
async function seen({ pixels, width, height, channels }: Picture) {
  const image = new ort.Tensor('uint8', pixels, [height, width, channels]);
  const { levels, lightest } = await throughGate(gate, () => session.run({ image }));
  if (!(levels?.data instanceof Uint8Array) || !(lightest?.data instanceof Uint8Array)) {
    throw new TypeError('The model gives no "levels" and "lightest".');
  }
  const [rows = 0, columns = 0] = lightest.dims;
  const squares: Squares = { height: rows, width: columns, levels: levels.data };
  return { squares, lightest: lightest.data };
}
