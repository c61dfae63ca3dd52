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

/**
 * The digests in a release's sidecar.
 *
 * @param sidecar parsed JSON
 * @throws TypeError where it holds none
 */
export function releaseDigestsIn(sidecar: unknown): ReleaseDigests {
  const digests = field(sidecar, 'digests');
  return { golden: digestsOf(digests, 'golden'), mnistTest: digestsOf(digests, 'mnistTest') };
}

function digestsOf(digests: unknown, name: keyof ReleaseDigests): Digests {
  const set = field(digests, name);
  const [pictures, logits, answers] = ['pictures', 'logits', 'answers'].map((key) =>
    field(set, key),
  );
  if (typeof pictures !== 'number' || typeof logits !== 'string' || typeof answers !== 'string') {
    throw new TypeError(
      `${SIDECAR_FILE} should hold digests.${name}: {pictures, logits, answers}, as "npm run train" writes it.`,
    );
  }
  return { pictures, logits, answers };
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
