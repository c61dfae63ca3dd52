import { percent } from '../../runtime-node/cli/terminal/percent.ts';
import type { Style } from '../../runtime-node/cli/terminal/style.ts';
import type { Refusals } from './refusals.ts';

export function refusalText(
  model: string,
  { nonDigits, digits, compared }: Refusals,
  style: Style,
): string {
  const { count, notFound, refused } = nonDigits;
  return [
    style.strong(
      `${model} on ${count} made pictures of no digit: ${percent(refused / count, 2)} refused`,
    ),
    `In ${notFound} no digit was found, of ${refused - notFound} the model was not sure.`,
    `Of the ${digits.count} MNIST test digits ${percent(digits.accepted / digits.count, 2)} are accepted.`,
    `With a threshold of ${compared.sureFrom.toFixed(4)}, which accepts ` +
      `${percent(compared.accepted, 2)} of them: ${percent(compared.refused, 2)} refused.`,
    '',
  ].join('\n');
}

export function refusalJson(model: string, refusals: Refusals): string {
  return `${JSON.stringify({ model, ...refusals })}\n`;
}
