import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder: the nearest above this file that holds a package.json, built or not. */
export const PROJECT_ROOT = findProjectRoot(import.meta.dirname);

export const MODELS_DIR = join(PROJECT_ROOT, 'models');

function findProjectRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`No package.json above ${import.meta.dirname}.`);
  return findProjectRoot(parent);
}
