import { parseArgs } from 'node:util';
import { CommandError } from '../runtime-node/cli/command-error.ts';
import { runCommand } from '../runtime-node/cli/command.ts';
import { typedPath } from '../runtime-node/cli/typed-path.ts';
import { UsageError } from '../runtime-node/cli/usage-error.ts';
import { writeWhole } from './files.ts';
import { ExportError } from './onnx/error.ts';
import { readLayersModel } from './onnx/layers-model.ts';
import { readModelFile } from './onnx/model-file.ts';
import { floatModel } from './onnx/model.ts';
import type { Network } from './onnx/network.ts';
import { outputShapes } from './onnx/shapes.ts';

const USAGE = 'Usage: npm run export -- MODEL.json OUT.onnx [--exact --calibrate DIR]';

const HELP = `${USAGE}

Writes a saved TensorFlow.js LayersModel as ONNX (IR version 8, opset 17). Nothing is
written where a layer or a setting has no counterpart.

  MODEL.json       what model.save() wrote; its weight files lie beside it
  OUT.onnx         the file to write
  --exact          in whole numbers, so that every runtime gives the same bits
  --calibrate DIR  with --exact: pictures like those that the network will see
  --help           this text
`;

interface ExportOptions {
  readonly model: string;
  readonly out: string;
  /** The folder of the calibration pictures; null for a float model. */
  readonly calibrate: string | null;
}

await runCommand(USAGE, (args) => {
  const options = parseExportOptions(args);
  process.stdout.write(options === 'help' ? HELP : exportModel(options));
  return Promise.resolve(0);
});

function parseExportOptions(args: string[]): ExportOptions | 'help' {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      exact: { type: 'boolean', default: false },
      calibrate: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const [model, out, ...more] = positionals;
  if (model === undefined || out === undefined || more.length > 0) {
    throw new UsageError(`Give two files, a model and what to write; not ${positionals.length}.`);
  }
  if (values.exact !== (values.calibrate !== undefined)) {
    throw new UsageError('--exact and --calibrate DIR go together.');
  }
  return { model, out, calibrate: values.calibrate ?? null };
}

/** Writes the file and says in a few lines what is in it. */
function exportModel({ model, out, calibrate }: ExportOptions): string {
  try {
    const network = readLayersModel(readModelFile(typedPath(model)));
    const bytes = calibrate === null ? floatModel(network) : exactModel();
    writeWhole(typedPath(out), bytes);
    return summary(network, out, bytes.length);
  } catch (cause) {
    if (!(cause instanceof ExportError)) throw cause;
    throw new CommandError(`${model}: ${cause.message}`, { cause });
  }
}

function exactModel(): never {
  throw new CommandError('--exact cannot be written yet. Leave it out for a float model.');
}

function summary(network: Network, out: string, bytes: number): string {
  const shapes = outputShapes(network);
  const line = (what: string, name: string) =>
    `${what} ${name}  float32 [${['N', ...(shapes.get(name) ?? [])].join(', ')}]\n`;
  return [
    `${out}: ${network.layers.length} layers, ${bytes.toLocaleString('en')} bytes\n`,
    ...network.inputs.map((name) => line('  input ', name)),
    ...network.outputs.map((name) => line('  output', name)),
  ].join('');
}
