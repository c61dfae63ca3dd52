import { markdownTable } from '../../report/markdown.ts';
import type { CardNetwork } from './sources.ts';

const FULL_INPUT = '`image` uint8 [height, width, channels]: 1 grey, 2 grey + alpha, 3 RGB, 4 RGBA';
const FULL_OUTPUTS =
  '`digit` int32 [1], `sure` uint8 [1], `logits` float32 [10], `probabilities` float32 [10], ' +
  '`found` uint8 [1], `box` int32 [4], `seen` uint8 [28, 28]';

export function filesSection(networks: readonly CardNetwork[]): string {
  const rows = networks.flatMap(({ names, metrics }) => [
    [`\`${names.full}\``, metrics.network, FULL_INPUT, FULL_OUTPUTS],
    [
      `\`${names.classifier}\``,
      metrics.network,
      '`pixels` uint8 [N, 28, 28], as in `seen`',
      '`logits` float32 [N, 10]',
    ],
  ]);
  return `## Files

${markdownTable(['file', 'network', 'input', 'outputs'], rows).join('\n')}

\`found\` is 0 on blank paper, and there is no digit then, whatever \`digit\` holds. \`sure\` is 0 where the
model would rather not say. \`box\` is where the ink is: x, y, width, height in pixels.
ONNX IR version 8, opset 17. \`SHA256SUMS\` is for \`sha256sum --check\`.
`;
}
