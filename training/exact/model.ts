import { checkModel } from '../onnx/check.ts';
import { writeNetwork } from '../onnx/exporter.ts';
import { GraphBuilder } from '../onnx/graph.ts';
import type { Network } from '../onnx/network.ts';
import { outputShapes } from '../onnx/shapes.ts';
import { activationRanges } from './calibrate.ts';
import {
  toWholeNetwork,
  toWholeNetworkIfExact,
  type ExactPlan,
  type WholeNetwork,
} from './lower.ts';
import { WHOLE_WRITERS } from './rescale.ts';

/** Bits of a weight, with its sign: the first that keeps every sum in the exact range, or else the narrowest. */
const WIDTHS = [12, 11, 10, 9, 8, 7, 6, 5];
const NARROWEST = 4;

/** What 1 in the input stands for: networks of pictures are trained on bytes scaled to 0 to 1. */
const INPUT_SCALE = 1 / 255;

export interface ExactModel {
  readonly bytes: Uint8Array;
  readonly bits: number;
  readonly whole: WholeNetwork;
}

/**
 * A tfjs network of pictures as an `.onnx` file in whole numbers. The input is uint8, 255 standing for 1;
 * each output is float32 whole numbers, and the metadata `scale.NAME` says what 1 of them stands for.
 *
 * @param examples inputs like those to come, one after the other, 0 to 1
 * @throws ExportError naming the layer that cannot be written exactly
 */
export async function exactModel(network: Network, examples: Float32Array): Promise<ExactModel> {
  const ranges = await activationRanges(network, examples);
  const { whole, bits } = widest(network, { ranges, inputScale: INPUT_SCALE });
  return { bytes: written(whole), bits, whole };
}

/** With as many bits as the exact range has room for. */
function widest(network: Network, plan: Omit<ExactPlan, 'bits'>) {
  for (const bits of WIDTHS) {
    const whole = toWholeNetworkIfExact(network, { ...plan, bits });
    if (whole) return { bits, whole };
  }
  // Says which layer has no room even for the narrowest.
  return { bits: NARROWEST, whole: toWholeNetwork(network, { ...plan, bits: NARROWEST }) };
}

function written({ network, outputs }: WholeNetwork): Uint8Array {
  const graph = new GraphBuilder();
  const shapes = outputShapes(network);
  const inputs = network.inputs.map((name) => {
    const pixels = graph.input(name, 'uint8', ['N', ...(shapes.get(name) ?? [])]);
    return [name, graph.cast(pixels, 'float32')] as const;
  });
  for (const [name, signal] of writeNetwork(graph, network, new Map(inputs), WHOLE_WRITERS)) {
    graph.output(signal.value, name, 'float32', ['N', ...signal.shape]);
  }
  const scales = [...outputs].map(([name, { scale }]) => [`scale.${name}`, `${scale}`] as const);
  const bytes = graph.toModel(network.name, Object.fromEntries(scales));
  checkModel(bytes);
  return bytes;
}
