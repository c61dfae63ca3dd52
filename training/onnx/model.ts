import { checkModel } from './check.ts';
import { ExportError } from './error.ts';
import { mustBeWritable, writeNetwork } from './exporter.ts';
import { GraphBuilder } from './graph.ts';
import type { Network } from './network.ts';
import { outputShapes } from './shapes.ts';
import { simplified } from './simplify.ts';

/**
 * A tfjs network as an `.onnx` file in float32. Its inputs and outputs have the names of the tfjs layers
 * and tfjs's own order, [N, height, width, channels] for pictures; N is free.
 *
 * @throws ExportError naming the layer, its class and the setting that cannot be written
 */
export function floatModel(network: Network): Uint8Array {
  mustBeWritable(network);
  mustHaveNamesOfTheirOwn(network);
  const graph = new GraphBuilder();
  const shapes = outputShapes(network);
  const inputs = network.inputs.map((name) => {
    return [name, graph.input(name, 'float32', ['N', ...(shapes.get(name) ?? [])])] as const;
  });
  const outputs = writeNetwork(graph, simplified(network), new Map(inputs));
  for (const [name, { value, shape }] of outputs) {
    graph.output(value, name, 'float32', ['N', ...shape]);
  }
  const bytes = graph.toModel(network.name);
  checkModel(bytes);
  return bytes;
}

/** ONNX gives inputs and outputs one space of names. */
function mustHaveNamesOfTheirOwn({ inputs, outputs }: Network): void {
  const both = outputs.find((name) => inputs.includes(name));
  if (both !== undefined) throw new ExportError(`"${both}" is an input and an output at once.`);
  if (new Set(outputs).size < outputs.length) throw new ExportError('An output is listed twice.');
}
