import type { Layer, Network } from './network.ts';

/** Layers that do something only while a network trains. */
export const TRAINING_ONLY: readonly string[] = [
  'AlphaDropout',
  'Dropout',
  'GaussianDropout',
  'GaussianNoise',
  'SpatialDropout1D',
  'SpatialDropout2D',
];

/**
 * Takes out the layers that pass their input on: Dropout and its kin, and linear Activations. Those that
 * are outputs stay, for their names.
 */
export function removeIdentities(network: Network): Network {
  const sources = new Map<string, string>();
  const source = (name: string) => sources.get(name) ?? name;
  const layers: Layer[] = [];
  for (const layer of network.layers) {
    const inbound = layer.inbound.map(source);
    const [only] = inbound;
    const removable = isIdentity(layer) && !network.outputs.includes(layer.name);
    if (removable && only !== undefined) sources.set(layer.name, only);
    else layers.push({ ...layer, inbound });
  }
  return { ...network, layers };
}

function isIdentity({ className, config }: Layer): boolean {
  if (className === 'Activation') return config['activation'] === 'linear';
  return TRAINING_ONLY.includes(className);
}
