import { resolve } from 'node:path';
import { PROJECT_ROOT } from '../paths.ts';

/** A path as it was typed, made absolute. npm runs scripts in the project's folder but says where it was called. */
export function typedPath(path: string): string {
  const calledFrom = process.env['INIT_CWD'];
  const folder = process.cwd();
  return resolve(calledFrom !== undefined && folder === PROJECT_ROOT ? calledFrom : folder, path);
}
