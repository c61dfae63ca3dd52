import { ort } from '../../runtime-node/onnx.ts';
import { GraphBuilder } from '../onnx/graph.ts';
import { writeNetwork } from '../onnx/exporter.ts';
import type { Network } from '../onnx/network.ts';
import { onlyInputShape, sizeOf } from '../onnx/shapes.ts';

/**
 * The share of a layer's activations, zeros left out, that its range covers. The few beyond are cut off,
 * which costs less than giving all others fewer levels.
 */
const COVERED = 0.9999;

/**
 * How far the activations of each layer of a float network reach.
 *
 * @param examples inputs as the network was trained on, one after the other
 * @returns the largest magnitude worth keeping apart, by layer
 */
export async function activationRanges(
  network: Network,
  examples: Float32Array,
): Promise<ReadonlyMap<string, number>> {
  const shape = onlyInputShape(network);
  const session = await ort.InferenceSession.create(modelOfAllLayers(network));
  const dims = [examples.length / sizeOf(shape), ...shape];
  const outputs = await session.run({ examples: new ort.Tensor('float32', examples, dims) });
  return new Map(
    Object.entries(outputs).map(([name, { data }]) => {
      if (!(data instanceof Float32Array)) throw new TypeError(`Layer "${name}" is not float32.`);
      const magnitudes = data.filter((value) => value !== 0).map(Math.abs);
      return [name, quantile(magnitudes.sort(), COVERED)];
    }),
  );
}

/** The float network with the output of every layer given to the outside under the layer's name. */
function modelOfAllLayers(network: Network): Uint8Array {
  const graph = new GraphBuilder();
  const x = graph.input('examples', 'float32', ['N', ...onlyInputShape(network)]);
  const inputs = new Map(network.inputs.map((name) => [name, x]));
  const outputs = network.layers
    .filter(({ className }) => className !== 'InputLayer')
    .map(({ name }) => name);
  for (const [name, { value, shape }] of writeNetwork(graph, { ...network, outputs }, inputs)) {
    graph.output(value, name, 'float32', ['N', ...shape]);
  }
  return graph.toModel('activations');
}

function quantile(sorted: Float32Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
