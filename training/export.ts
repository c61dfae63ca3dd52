import { parseArgs } from 'node:util';
import { CommandError } from '../runtime-node/cli/command-error.ts';
import { runCommand } from '../runtime-node/cli/command.ts';
import { typedPath } from '../runtime-node/cli/typed-path.ts';
import { UsageError } from '../runtime-node/cli/usage-error.ts';
import { percent } from '../runtime-node/cli/terminal/percent.ts';
import { readCalibrationPictures } from './exact/calibration-pictures.ts';
import { exactModel, type ExactModel } from './exact/model.ts';
import { writeWhole } from './files.ts';
import { ExportError } from './onnx/error.ts';
import { readLayersModel } from './onnx/layers-model.ts';
import { readModelFile } from './onnx/model-file.ts';
import { floatModel } from './onnx/model.ts';
import type { Network } from './onnx/network.ts';
import { onlyInputShape, outputShapes } from './onnx/shapes.ts';

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

await runCommand(USAGE, async (args) => {
  const options = parseExportOptions(args);
  process.stdout.write(options === 'help' ? HELP : await exportModel(options));
  return 0;
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
async function exportModel({ model, out, calibrate }: ExportOptions): Promise<string> {
  try {
    const network = readLayersModel(readModelFile(typedPath(model)));
    if (calibrate === null) {
      const bytes = floatModel(network);
      writeWhole(typedPath(out), bytes);
      return summary(network, out, bytes.length, 'float32');
    }
    const examples = await readCalibrationPictures(calibrate, onlyInputShape(network));
    const exact = await exactModel(network, examples);
    writeWhole(typedPath(out), exact.bytes);
    return summary(exact.whole.network, out, exact.bytes.length, 'uint8') + proof(exact);
  } catch (cause) {
    if (!(cause instanceof ExportError)) throw cause;
    throw new CommandError(`${model}: ${cause.message}`, { cause });
  }
}

function summary(network: Network, out: string, bytes: number, inputType: string): string {
  const shapes = outputShapes(network);
  const line = (what: string, name: string, type: string) =>
    `${what} ${name}  ${type} [${['N', ...(shapes.get(name) ?? [])].join(', ')}]\n`;
  return [
    `${out}: ${network.layers.length} layers, ${bytes.toLocaleString('en')} bytes\n`,
    ...network.inputs.map((name) => line('  input ', name, inputType)),
    ...network.outputs.map((name) => line('  output', name, 'float32')),
  ].join('');
}

/** How near the sums of each layer can come to the end of the exact range, and what the outputs mean. */
function proof({ bits, whole: { reaches, outputs } }: ExactModel): string {
  const shares = [...reaches].map(
    ([name, { share }]) => `  ${name}: ${percent(share)} of the exact range\n`,
  );
  const scales = [...outputs].map(
    ([name, { scale }]) => `  1 in output ${name} stands for ${scale}\n`,
  );
  return [`Whole numbers, weights of ${bits} bits:\n`, ...shares, ...scales].join('');
}
