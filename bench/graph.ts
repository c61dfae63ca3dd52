import { join } from 'node:path';
import { FULL_MODEL, openReader, type Channels, type Reader } from '../core/index.ts';
import { ort } from '../runtime-node/onnx.ts';
import { MODELS_DIR } from '../runtime-node/paths.ts';
import { openModel, SESSION_OPTIONS } from '../runtime-node/reader.ts';
import { toWholeNetwork } from '../training/exact/lower.ts';
import { cnn } from '../training/networks/cnn.ts';
import { artifactsOf } from '../training/onnx/from-tfjs.ts';
import { readLayersModel } from '../training/onnx/layers-model.ts';
import {
  exactClassifier,
  floatClassifier,
  type Classifier,
} from '../training/release/classifier.ts';
import { fullModel, preparationModel } from '../training/release/models.ts';
import { quantile } from './quantile.ts';

const SIZES: readonly (readonly [width: number, height: number, channels: Channels])[] = [
  [28, 28, 1],
  [280, 280, 4],
  [1000, 1000, 3],
  [4000, 3000, 3],
];

/** Runs of a size: enough for a steady median, few enough for the large ones. */
const RUNS = 200;
const PIXELS_AT_MOST = 200_000_000;

/** The exact graph may take this much longer than the same network in floats, at 28x28. */
const RATIO_LIMIT = 1.3;

/**
 * How long the preparation and the released graph take, natively on one thread, how much memory the largest
 * picture needs, and how the graph compares with floats.
 */
export async function benchGraph(): Promise<void> {
  const readers = {
    preparation: await openPreparation(),
    released: await openModel(join(MODELS_DIR, FULL_MODEL.file)),
  };
  for (const [width, height, channels] of SIZES) {
    const runs = Math.max(5, Math.min(RUNS, Math.floor(PIXELS_AT_MOST / (width * height))));
    // One after the other, as they are used: in turns each would push the other out of the cache.
    for (const [name, read] of Object.entries(readers)) {
      const [median = NaN] = await medians([read], stroke(width, height, channels), runs);
      console.log(`${width}x${height}x${channels}, ${name}: median ${median.toFixed(2)} ms`);
    }
  }
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(`Peak memory of the process, with the pictures: ${peak.toFixed(0)} MiB`);
  const ratio = await exactToFloat();
  console.log(`28x28, in one run: the exact graph takes ${ratio.toFixed(2)} times the float one`);
  if (ratio > RATIO_LIMIT) {
    console.error(`It should take at most ${RATIO_LIMIT} times as long.`);
    process.exitCode = 1;
  }
}

/** Of one network of the released one's size, untrained: its numbers don't matter to the time. */
async function exactToFloat(): Promise<number> {
  const tf = await import('@tensorflow/tfjs');
  await tf.setBackend('cpu');
  const network = readLayersModel(await artifactsOf(tf, cnn(tf, 1)));
  const ranges = new Map(network.layers.map(({ name }) => [name, 4]));
  const whole = toWholeNetwork(network, { bits: 7, ranges, inputScale: 1 / 255 });
  const open = (classifier: Classifier) =>
    openReader(ort, fullModel(classifier, {}), SESSION_OPTIONS);
  const readers = [await open(exactClassifier(whole, 1)), await open(floatClassifier(network))];
  const [exact = NaN, float = NaN] = await medians(readers, stroke(28, 28, 1), 3000);
  return exact / float;
}

type Input = Parameters<Reader>[0];
type Run = (picture: Input) => Promise<unknown>;

async function openPreparation(): Promise<Run> {
  const session = await ort.InferenceSession.create(preparationModel(), SESSION_OPTIONS);
  return ({ pixels, width, height, channels }) =>
    session.run({ image: new ort.Tensor('uint8', pixels, [height, width, channels]) });
}

/** Milliseconds of each, taking turns so that a busy moment meets them all. */
async function medians(readers: readonly Run[], picture: Input, runs: number) {
  const times = readers.map(() => [] as number[]);
  for (let run = 0; run < runs; run += 1) {
    for (const [index, read] of readers.entries()) {
      const start = performance.now();
      await read(picture);
      times[index]?.push(performance.now() - start);
    }
  }
  return times.map((own) => quantile(own, 0.5));
}

/** An upright stroke, dark on light. */
function stroke(width: number, height: number, channels: Channels): Input {
  const pixels = new Uint8Array(width * height * channels).fill(230);
  for (let y = height >> 2; y < (height * 3) >> 2; y += 1) {
    const start = (y * width + (width * 9) / 20) * channels;
    pixels.fill(20, Math.floor(start), Math.floor(start + (width / 10) * channels));
  }
  return { pixels, width, height, channels };
}
