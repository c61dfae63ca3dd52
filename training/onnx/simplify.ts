import { foldBatchNormalization } from './fold-batch-normalization.ts';
import type { Network } from './network.ts';
import { removeIdentities } from './remove-identities.ts';

/** The network as it is best written: batch normalization folded, layers that do nothing left out. */
export function simplified(network: Network): Network {
  return removeIdentities(foldBatchNormalization(removeIdentities(network)));
}
