import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FULL_MODEL, toJson, type Answer, type Picture } from '../../core/index.ts';
import { openDecoder } from '../decoder.ts';
import { MODELS_DIR } from '../paths.ts';
import { answerText } from './answer-text.ts';
import { runCommand } from './command.ts';
import { faultOf } from './fault.ts';
import { openGivenModel } from './model.ts';
import { readPictureFile } from './picture-file.ts';
import { styleFor } from './terminal/style.ts';
import { UsageError } from './usage-error.ts';

const USAGE = 'Usage: npm run predict -- FILE… [--model FILE] [--json]';

const HELP = `${USAGE}

Reads the handwritten digit in each PNG or JPEG file.

  --model FILE  the model, instead of models/${FULL_MODEL.file}
  --json        one line of JSON a file: file, digit, sure, probabilities, logits, box,
                found
                (npm itself prints two lines first, unless called as npm run --silent)
  --help        this text

The exit code is 0 where every file was read, 1 where one was not, 2 for wrong arguments.
`;

await runCommand(USAGE, async (args) => {
  const options = parseOptions(args);
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  return predict(options);
});

interface Options {
  readonly files: readonly string[];
  readonly model: string;
  readonly json: boolean;
  readonly help: boolean;
}

function parseOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      model: { type: 'string', default: join(MODELS_DIR, FULL_MODEL.file) },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (positionals.length === 0 && !values.help) throw new UsageError('No picture was named.');
  return { ...values, files: positionals };
}

/** Answers file by file, as they come. Resolves to the exit code. */
async function predict({ files, model, json }: Options): Promise<number> {
  const read = await openGivenModel(model);
  const decode = await openDecoder();
  const show = json ? jsonLine : answerShower();
  let exitCode = 0;
  for (const file of files) {
    try {
      const picture = await readPictureFile(file, decode);
      process.stdout.write(show(file, picture, await read(picture)));
    } catch (error) {
      process.stderr.write(`${file}: ${faultOf(error)}\n`);
      exitCode = 1;
    }
  }
  return exitCode;
}

type Show = (file: string, picture: Picture, answer: Answer) => string;

function jsonLine(file: string, _picture: Picture, answer: Answer): string {
  return `${JSON.stringify({ file, ...toJson(answer) })}\n`;
}

function answerShower(): Show {
  const style = styleFor(process.stdout);
  return (file, picture, answer) => answerText(file, picture, answer, style);
}
