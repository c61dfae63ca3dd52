import { ort } from '../../runtime-node/onnx.ts';
import type { WholeNetwork } from '../exact/lower.ts';
import { WHOLE_WRITERS } from '../exact/rescale.ts';
import { writeSingleNetwork, type LayerWriters } from '../onnx/exporter.ts';
import { GraphBuilder } from '../onnx/graph.ts';
import type { Network } from '../onnx/network.ts';
import { LEVEL_CHANNELS } from '../prepare/levels.ts';
import { TARGETS, type Example } from './example.ts';
import { INKS } from './network.ts';

/** How well ink is told from all else, by squares. */
export interface SegmentationScore {
  /** Of the squares with ink, those taken for ink of that kind, 0 to 1. */
  readonly recall: number;
  /** Of the squares taken for ink, those that are ink of that kind, 0 to 1. */
  readonly precision: number;
  /** Of the blank pictures, those without a square taken for ink, 0 to 1. */
  readonly blank: number;
}

export function measureWhole(
  { network }: WholeNetwork,
  examples: readonly Example[],
): Promise<SegmentationScore> {
  return measure(modelOf(network, 1, WHOLE_WRITERS), examples);
}

export function measureFloat(
  network: Network,
  examples: readonly Example[],
): Promise<SegmentationScore> {
  return measure(modelOf(network, 1 / 255), examples);
}

/** `levels`, float32 [1, height, width, 3] of 0 to 255, to `logits` [1, height, width, 2]. */
function modelOf(network: Network, scale: number, writers?: LayerWriters): Uint8Array {
  const graph = new GraphBuilder();
  const levels = graph.input('levels', 'float32', [1, 'height', 'width', LEVEL_CHANNELS]);
  const scaled = graph.node('Mul', [levels, graph.constant(Float32Array.of(scale), [])]);
  const logits = writeSingleNetwork(graph, network, scaled, writers);
  graph.output(logits, 'logits', 'float32', [1, 'height', 'width', INKS]);
  return graph.toModel('segmentation');
}

async function measure(
  model: Uint8Array,
  examples: readonly Example[],
): Promise<SegmentationScore> {
  const session = await ort.InferenceSession.create(model);
  const sums = { inked: 0, taken: 0, right: 0, blank: 0, empty: 0 };
  for (const { levels, height, width, targets } of examples) {
    const dims = [1, height, width, LEVEL_CHANNELS];
    const input = new ort.Tensor('float32', Float32Array.from(levels), dims);
    const { logits } = await session.run({ levels: input });
    if (!(logits?.data instanceof Float32Array)) throw new TypeError('No "logits" came out.');
    const counts = count(logits.data, targets);
    sums.inked += counts.inked;
    sums.taken += counts.taken;
    sums.right += counts.right;
    if (counts.inked > 0) continue;
    sums.blank += 1;
    sums.empty += counts.taken === 0 ? 1 : 0;
  }
  return {
    recall: sums.right / sums.inked,
    precision: sums.right / sums.taken,
    blank: sums.empty / sums.blank,
  };
}

function count(logits: Float32Array, targets: Uint8Array) {
  const counts = { inked: 0, taken: 0, right: 0 };
  for (const [square, target] of targets.entries()) {
    if (target === TARGETS.unknown) continue;
    const isDark = (logits[square * INKS] ?? 0) > 0;
    const isLight = (logits[square * INKS + 1] ?? 0) > 0;
    counts.inked += target === TARGETS.paper ? 0 : 1;
    counts.taken += Number(isDark) + Number(isLight);
    counts.right += Number(
      target === TARGETS.darkInk ? isDark : target === TARGETS.lightInk && isLight,
    );
  }
  return counts;
}
