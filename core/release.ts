import { FULL_MODEL } from './contract.ts';
import type { Digests } from './digest.ts';

/** The JSON beside the models. */
export const SIDECAR_FILE = 'digits.json';

/** What a release was measured to answer, bit for bit. */
export interface ReleaseDigests {
  /** Of the golden pictures. */
  readonly golden: Digests;
  /** Of MNIST's 10,000 test pictures, 28x28 grey, as they are. */
  readonly mnistTest: Digests;
}

/** What a sidecar says of the full model, for proving it. */
export interface Release {
  /** Of the model's file, in hexadecimal. */
  readonly sha256: string;
  readonly digests: ReleaseDigests;
}

/**
 * What a release's sidecar says.
 *
 * @param sidecar parsed JSON
 * @throws TypeError where it lacks digests
 */
export function releaseIn(sidecar: unknown): Release {
  const sha256 = field(field(sidecar, 'sha256'), FULL_MODEL.file);
  if (typeof sha256 !== 'string') throw lacking(`sha256 of ${FULL_MODEL.file}`);
  const digests = field(sidecar, 'digests');
  return {
    sha256,
    digests: { golden: digestsOf(digests, 'golden'), mnistTest: digestsOf(digests, 'mnistTest') },
  };
}

function digestsOf(digests: unknown, name: keyof ReleaseDigests): Digests {
  const set = field(digests, name);
  const [pictures, logits, answers] = ['pictures', 'logits', 'answers'].map((key) =>
    field(set, key),
  );
  if (typeof pictures !== 'number' || typeof logits !== 'string' || typeof answers !== 'string') {
    throw lacking(`digests.${name}: {pictures, logits, answers}`);
  }
  return { pictures, logits, answers };
}

function lacking(what: string): TypeError {
  return new TypeError(`${SIDECAR_FILE} should hold ${what}, as "npm run train" writes it.`);
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
