import type { Answer } from '../../core/index.ts';
import type { Given } from './given.ts';

/** Probabilities from which on an answer is given as a fact, and as likely. */
const SURE = 0.9;
const LIKELY = 0.6;

/** What the model found, in a sentence. */
export function sentenceFor(given: Given, { digit, probabilities }: Answer): string {
  if (digit === null) {
    return given.kind === 'file' ? 'No digit: this picture is blank.' : 'No digit yet.';
  }
  const probability = probabilities[digit] ?? 0;
  if (probability >= SURE) return `This is ${named(digit)}.`;
  if (probability >= LIKELY) return `This looks like ${named(digit)}.`;
  return `Perhaps ${named(digit)}, or ${named(secondBest(digit, probabilities))}.`;
}

function named(digit: number): string {
  return `${digit === 8 ? 'an' : 'a'} ${digit}`;
}

function secondBest(best: number, probabilities: Float32Array): number {
  const others = probabilities.map((probability, digit) => (digit === best ? -1 : probability));
  return others.indexOf(Math.max(...others));
}
