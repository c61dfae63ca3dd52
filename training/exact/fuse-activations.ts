import type { Layer, Network } from '../onnx/network.ts';

/** Layers whose results are brought to whole numbers anew, where an activation costs nothing. */
const RESCALED: ReadonlySet<string> = new Set(['Dense', 'Conv2D', 'DepthwiseConv2D', 'Add']);

/**
 * Joins each ReLU or softmax that stands alone to the layer before it, where nothing else needs that
 * layer's own result. The joined layer has the activation's name.
 */
export function fuseActivations(network: Network): Network {
  const consumers = countConsumers(network);
  const byName = new Map(network.layers.map((layer) => [layer.name, layer]));
  const joined = new Set<string>();
  const layers = network.layers.map((layer): Layer => {
    const activation = lonelyActivation(layer);
    const before = byName.get(layer.inbound[0] ?? '');
    if (activation === undefined || !before || !RESCALED.has(before.className)) return layer;
    const isLinear = (before.config['activation'] ?? 'linear') === 'linear';
    if (!isLinear || consumers.get(before.name) !== 1) return layer;
    joined.add(before.name);
    return { ...before, name: layer.name, config: { ...before.config, activation } };
  });
  return { ...network, layers: layers.filter(({ name }) => !joined.has(name)) };
}

/** The activation that a layer is nothing but, as far as whole numbers know it. */
function lonelyActivation({ className, config }: Layer): string | undefined {
  const name = className === 'Activation' ? config['activation'] : undefined;
  if (name === 'relu' || name === 'relu6' || name === 'softmax') return name;
  if (className === 'Softmax') return 'softmax';
  if (className !== 'ReLU' || config['negative_slope'] || config['threshold']) return undefined;
  const limit = config['max_value'] ?? null;
  if (limit === null) return 'relu';
  return limit === 6 ? 'relu6' : undefined;
}

/** How many layers need each layer's result; the outside counts as one. */
function countConsumers({ layers, outputs }: Network): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of [...layers.flatMap(({ inbound }) => inbound), ...outputs]) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
