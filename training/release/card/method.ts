import { TRAINING_TYPEFACES } from '../../data/fonts/fonts.ts';
import { HANDWRITTEN_SHARE, NON_DIGIT_SHARE, PRINTED_SHARE } from '../../data/rounds/example.ts';
import { percent } from '../../../runtime-node/cli/terminal/percent.ts';
import { markdownTable } from '../../report/markdown.ts';
import { NETWORKS } from '../../networks/index.ts';
import { savedMeasured, type Measured } from '../../segmentation/saved.ts';
import { share } from './share.ts';
import type { CardNetwork } from './sources.ts';

export function methodSection(networks: readonly CardNetwork[]): string {
  return `## Method

**Preparation.** Grey, transparency, polarity, lighting, scraps, cropping, scaling and centring are operators
of the full models, and every picture that the networks were trained on went through the same operators.
Big pictures are shrunk by a whole factor; a small network says where on a grid of at most 64x64 squares the
digit's ink is, and whether it is dark or light, so that lines, shade and stains are left out; the paper's level
is taken by a closing; and what stands out from it is brought to 20 pixels with its centre of mass in the
middle of 28x28, as in MNIST (LeCun et al., 1998).

${segmentationText(savedMeasured())}

**Training.** ${networks.map(trained).join(' ')} By the validation pictures, MNIST's last training pictures,
everything was chosen that is chosen, but for the shapes that European hands write and what photographs show (see the
licences); the test set and the outside sets above are for measuring alone.
`;
}

/** The network that is part of the preparation. */
function segmentationText({ score, pictures }: Measured): string {
  return `That network, a U-Net (Ronneberger et al., 2015) in whole numbers, was trained on generated pictures
(\`npm run train:segmentation\`). On ${pictures} such pictures of MNIST's validation digits it finds ${share(score.recall)} of the
squares with ink; ${share(score.precision)} of what it finds is ink; it leaves ${share(score.blank)} of the blank ones empty.`;
}

function trained({ names, metrics }: CardNetwork): string {
  const { network, epochs, batch, pictures, seed } = metrics;
  return `\`${names.full}\` holds a ${network} network, trained ${data(network)}: the first ${pictures.training} of MNIST's
training pictures, with Adam on the cross-entropy${dropout(network)}, ${epochs} epochs, ${batch} pictures a step, seed ${seed};
${pictures.validation} were kept for validation.`;
}

/** What a network is shown. */
function data(network: string): string {
  if (network === NETWORKS.mlp.title) return 'on digits deformed a little';
  return (
    "on MNIST's own digits, deformed, and more than twice as many rendered pictures " +
    '(turned, bent, pressed, shrunk, blurred, stored as JPEG, photographed on lit paper), of which ' +
    `${percent(HANDWRITTEN_SHARE, 0)} are digits drawn as European hands write them, ${percent(PRINTED_SHARE, 0)} printed digits and ${percent(NON_DIGIT_SHARE, 0)} no digits at all, drawn from ` +
    `${TRAINING_TYPEFACES.length} typefaces, scribbles, texture, half and tangled digits`
  );
}

function dropout(network: string): string {
  return network === NETWORKS.cnn.title ? ' and dropout' : '';
}

/** How the weights became whole numbers, and probabilities. */
export function exactSection(networks: readonly CardNetwork[]): string {
  return `## The same bits everywhere

Every float32 tensor in these graphs holds whole numbers, and no sum of them, in whatever order, reaches
2^24; rescaling is by powers of two. Float32 arithmetic is then exact, and every runtime that computes in
float32 gives the same logits to the last bit. \`digits.json\` has their SHA-256 over the MNIST test set and over a
set of drawn pictures, \`npm run verify\` compares, and [\`conformance/\`](conformance) does so for other runtimes.

The width of the weights is the one of the least loss on the validation pictures (\`npm run train\`): the mean
negative log-likelihood at the best temperature, in nats. Where there is none, a sum could leave the exact range.

${networks.map(widths).join('\n')}
${networks.map(rounded).join('\n\n')}
`;
}

function widths({ names, metrics }: CardNetwork): string {
  const { bits, trials } = metrics.exact;
  const rows = trials.map((trial) => [
    trial.bits === bits ? `**${trial.bits}**` : `${trial.bits}`,
    share(trial.accuracy),
    trial.loss?.toFixed(5) ?? '-',
    share(trial.share),
  ]);
  const header = [
    `bits, \`${names.full}\``,
    'validation accuracy',
    'validation loss',
    'share of the exact range used',
  ];
  return `${markdownTable(header, rows).join('\n')}\n`;
}

function rounded({ names, metrics }: CardNetwork): string {
  const { exact, accuracy } = metrics;
  const { floatAccuracy, logitScale, temperature, calibrationError } = exact;
  return `\`${names.full}\` reads ${share(floatAccuracy.test)} of the test set in floats and ${share(accuracy.test)} in whole numbers. Its
\`probabilities\` are a softmax of \`logits\` times ${(logitScale / temperature).toPrecision(6)}: their scale, ${logitScale}, over a
temperature of ${temperature.toFixed(4)} that was fitted on the validation pictures. Without it the expected calibration
error on the test set would be ${share(calibrationError.before)}.`;
}
