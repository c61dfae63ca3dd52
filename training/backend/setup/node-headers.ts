import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Tells node-gyp of this Node.js's own headers where they came with it; it downloads them otherwise. */
export function nodeHeaders(): Record<string, string> {
  const prefix = dirname(dirname(process.execPath));
  const found = existsSync(join(prefix, 'include', 'node', 'node_api.h'));
  return found ? { npm_config_nodedir: prefix } : {};
}
