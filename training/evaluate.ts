import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FULL_MODEL, type Answer, type Picture, type Reader } from '../core/index.ts';
import { givenCanvas, seenCanvas } from '../runtime-node/cli/answer-text.ts';
import { CommandError } from '../runtime-node/cli/command-error.ts';
import { runCommand } from '../runtime-node/cli/command.ts';
import { openGivenModel } from '../runtime-node/cli/model.ts';
import { MARGIN } from '../runtime-node/cli/terminal/outline.ts';
import { styleFor } from '../runtime-node/cli/terminal/style.ts';
import { openDecoder } from '../runtime-node/decoder.ts';
import { MODELS_DIR } from '../runtime-node/paths.ts';
import { loadMnist } from './data/mnist.ts';
import { Counter } from './evaluation/counter.ts';
import { folderPictures, listFolder, type LeftOut } from './evaluation/labelled-folder.ts';
import { mnistPictures } from './evaluation/mnist-pictures.ts';
import { evaluationJson, evaluationText, VIEW_SIDE, type Views } from './evaluation/report.ts';
import { score, type Score } from './evaluation/score.ts';
import { pictureCount } from './report/confusion.ts';

const USAGE = 'Usage: npm run evaluate -- [--model FILE] [--pictures DIR] [--json]';

const HELP = `${USAGE}

Accuracy, confusion matrix, recall of each digit and the most confident mistakes.

  --model FILE    the model, instead of models/${FULL_MODEL.file}
  --pictures DIR  a folder of pictures named LABEL_anything.png, .jpg or .jpeg,
                  instead of MNIST's 10,000 test pictures
  --json          one JSON object
                  (npm itself prints two lines first, unless called as npm run --silent)
  --help          this text

"No digit" counts as a mistake. The exit code is 0 where every picture was read, 1 where
some were left out, 2 for wrong arguments.
`;

await runCommand(USAGE, async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      model: { type: 'string', default: join(MODELS_DIR, FULL_MODEL.file) },
      pictures: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { model, pictures } = values;
  const read = await openGivenModel(model);
  const result = await (pictures === undefined ? scoreMnist(read) : scoreFolder(read, pictures));
  const evaluation = { model, ...result };
  process.stdout.write(
    values.json ? evaluationJson(evaluation) : evaluationText(evaluation, styleFor(process.stdout)),
  );
  return result.leftOut.length === 0 ? 0 : 1;
});

interface Result {
  readonly pictures: string;
  readonly score: Score<Views>;
  readonly leftOut: readonly LeftOut[];
}

async function scoreMnist(read: Reader): Promise<Result> {
  const digits = await loadMnist('test');
  const counter = new Counter(process.stderr, digits.count);
  const scored = await score(read, mnistPictures(digits), viewsOf, (count) => {
    counter.show(count);
  });
  counter.clear();
  return { pictures: 'the MNIST test pictures', score: scored, leftOut: [] };
}

async function scoreFolder(read: Reader, folder: string): Promise<Result> {
  const names = await listFolder(folder);
  const counter = new Counter(process.stderr, names.length);
  const leftOut: LeftOut[] = [];
  const pictures = folderPictures(folder, names, await openDecoder(), (left) => {
    leftOut.push(left);
    counter.clear();
    process.stderr.write(`${left.file}: ${left.reason}\n`);
  });
  const scored = await score(read, pictures, viewsOf, (count) => {
    counter.show(count + leftOut.length);
  });
  counter.clear();
  if (pictureCount(scored.confusion) === 0) {
    throw new CommandError(`${folder}: None of its ${names.length} files could be read.`);
  }
  return { pictures: folder, score: scored, leftOut };
}

function viewsOf(picture: Picture, answer: Answer): Views {
  return {
    given: givenCanvas(picture, answer, VIEW_SIDE - 2 * MARGIN),
    seen: seenCanvas(answer, VIEW_SIDE),
  };
}
