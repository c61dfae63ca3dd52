import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { Digests } from '../../../core/index.ts';
import { MODELS_DIR, PROJECT_ROOT } from '../../../runtime-node/paths.ts';
import { imagesPath } from '../../../training/data/mnist.ts';
import type { Proof, SetProof } from '../proof.ts';
import { classifierBeside, MissingRuntimeError, type Prove } from './runtime.ts';

const PROGRAM = join(PROJECT_ROOT, 'examples', 'python', 'verify.py');

/** Its name on most systems, and on Windows and in some virtual environments. */
const COMMANDS = ['python3', 'python'];

/** What the program prints with --json. */
interface PythonProof {
  readonly version: string;
  readonly digests: Readonly<Record<'golden' | 'mnistTest', Digests>> & {
    readonly classifier?: Pick<Digests, 'pictures' | 'logits'>;
  };
  readonly seconds: Readonly<Record<'golden' | 'mnistTest' | 'classifier', number>>;
}

/** Runs the Python example, which draws the golden pictures by its own hand. */
export const provePython: Prove = async ({ path, classifier }) => {
  const command = await findPython();
  const args = ['--json', '--model', path, '--kit', kitFor(path), '--mnist', imagesPath('test')];
  if (classifier !== undefined) args.push('--classifier', classifierBeside(path));
  const child = spawn(command, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  // It ends with 1 where an answer differs, and still prints what it got.
  if (!stdout.startsWith('{')) throw new Error(`${PROGRAM} failed:\n${stderr}`);
  return proofFrom(JSON.parse(stdout) as PythonProof);
};

async function findPython(): Promise<string> {
  for (const command of COMMANDS) {
    try {
      await promisify(execFile)(command, ['-c', 'import numpy, onnxruntime']);
      return command;
    } catch {
      // Not this one.
    }
  }
  throw new MissingRuntimeError(
    'There is no python3 with onnxruntime and numpy (pip install onnxruntime numpy).',
  );
}

/** The kit that was released with the model. */
function kitFor(model: string): string {
  const beside = join(dirname(model), 'conformance');
  return existsSync(beside) ? beside : join(MODELS_DIR, 'conformance');
}

function proofFrom({ version, digests, seconds }: PythonProof): Proof {
  const { classifier } = digests;
  const sets: SetProof[] = [
    { set: 'golden', ...digests.golden, milliseconds: 1000 * seconds.golden },
    { set: 'MNIST test', ...digests.mnistTest, milliseconds: 1000 * seconds.mnistTest },
  ];
  if (classifier) {
    sets.push({ set: 'classifier', ...classifier, milliseconds: 1000 * seconds.classifier });
  }
  return { version: `Python onnxruntime ${version}`, sets };
}
