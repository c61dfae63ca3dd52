import type { Digests, ReleaseDigests } from '../../core/index.ts';

/** Pictures that a runtime reads to prove itself. */
export type SetName = 'golden' | 'MNIST test' | 'classifier';

/** What one runtime answers to one set of pictures. */
export interface SetProof {
  readonly set: SetName;
  readonly pictures: number;
  /** Digest of the logits. */
  readonly logits: string;
  /** Digest of all outputs; the classifier has no others. */
  readonly answers?: string;
  readonly milliseconds: number;
}

export interface Proof {
  /** Of the runtime, with its name, such as "onnxruntime-node 1.30.0". */
  readonly version: string;
  readonly sets: readonly SetProof[];
}

/** The first output of a set that is not as released. */
export type Verdict = 'same' | 'logits differ' | 'other outputs differ';

export function verdictOn(proof: SetProof, released: ReleaseDigests): Verdict {
  const wanted = digestsFor(proof.set, released);
  if (proof.pictures !== wanted.pictures || proof.logits !== wanted.logits) return 'logits differ';
  if (proof.answers !== undefined && proof.answers !== wanted.answers) {
    return 'other outputs differ';
  }
  return 'same';
}

/** The classifier alone must give the full model's logits for what the full model saw. */
function digestsFor(set: SetName, { golden, mnistTest }: ReleaseDigests): Digests {
  return set === 'golden' ? golden : mnistTest;
}
