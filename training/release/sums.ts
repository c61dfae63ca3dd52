import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFORMANCE_DIR } from './conformance/index.ts';
import { RELEASE_NAMES } from './names.ts';
import { sha256Of, type Files } from './sidecar.ts';

export const SUMS_FILE = 'SHA256SUMS';

/**
 * A file for `sha256sum --check` of all that a release describes: what is about to be written, and what
 * another network's training wrote to the folder before.
 */
export function sha256Sums(folder: string, written: Files): string {
  const left = describedIn(folder).filter((name) => !Object.hasOwn(written, name));
  const others = left.map((name) => [name, readFileSync(join(folder, name))] as const);
  return [...Object.entries(written), ...others]
    .map(([name, contents]) => `${sha256Of(contents)}  ${name}\n`)
    .join('');
}

function describedIn(folder: string): readonly string[] {
  const kit = join(folder, CONFORMANCE_DIR);
  const known = Object.values(RELEASE_NAMES).flatMap((names) => {
    return [names.full, names.classifier, names.sidecar, names.metrics, names.confusion];
  });
  return [
    ...known.filter((name) => existsSync(join(folder, name))),
    ...(existsSync(kit) ? readdirSync(kit).map((name) => `${CONFORMANCE_DIR}/${name}`) : []),
  ];
}
