import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FULL_MODEL } from '../../core/index.ts';
import { typedPath } from '../../runtime-node/cli/typed-path.ts';
import { UsageError } from '../../runtime-node/cli/usage-error.ts';
import { MODELS_DIR } from '../../runtime-node/paths.ts';
import { RUNTIMES, type RuntimeName } from './runtimes/index.ts';

const NAMES = Object.keys(RUNTIMES) as RuntimeName[];

export const USAGE = `Usage: npm run verify -- [--runtime ${NAMES.join('|')}|all|engines] [--model FILE]`;

export const HELP = `${USAGE}

Proves that the model answers here with the bits that it was released with: reads 256 golden pictures
and MNIST's 10,000 test pictures, and compares SHA-256 digests of the answers with digits.json.

  --runtime NAME  native    onnxruntime-node
                  wasm      onnxruntime-web in Node.js
                  chromium  onnxruntime-web in Chromium, Chrome or Edge
                  webgpu    the same on WebGPU, where the browser has an adapter (without a
                            graphics card it takes a quarter of an hour)
                  python    onnxruntime in Python, where python3 can import it
                  all       these five
                  engines   every other engine that is installed, see test/engines
                  May be given several times; native and wasm where it is not.
  --model FILE    the model, instead of models/${FULL_MODEL.file}; compared with the digits.json beside
                  it, or else with models/digits.json
  --help          this text

The exit code is 0 where every runtime that could be tried gives the same bits, 1 where one does not
or none could be tried, 2 for wrong arguments.
`;

export interface VerifyOptions {
  readonly runtimes: readonly RuntimeName[];
  readonly engines: boolean;
  readonly model: string;
  readonly help: boolean;
}

/** @throws UsageError, or an error of `parseArgs` */
export function parseVerifyOptions(args: string[]): VerifyOptions {
  const { values } = parseArgs({
    args,
    options: {
      runtime: { type: 'string', multiple: true, default: ['native', 'wasm'] },
      model: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const wanted = new Set(values.runtime.flatMap(runtimesNamed));
  return {
    runtimes: NAMES.filter((name) => wanted.has(name)),
    engines: values.runtime.includes('engines'),
    model: values.model === undefined ? join(MODELS_DIR, FULL_MODEL.file) : typedPath(values.model),
    help: values.help,
  };
}

function runtimesNamed(text: string): readonly RuntimeName[] {
  if (text === 'engines') return [];
  if (text === 'all') return NAMES;
  const name = NAMES.find((known) => known === text);
  if (name !== undefined) return [name];
  throw new UsageError(`--runtime takes ${NAMES.join(', ')}, all or engines, not "${text}".`);
}
