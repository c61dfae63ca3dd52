/**
 * Measures one part of the project.
 *
 *     npm run bench -- server
 *     npm run bench -- graph
 *     npm run bench -- preparation
 */
import { benchGraph } from './graph.ts';
import { benchPreparation } from './preparation.ts';
import { benchServer } from './server.ts';

const BENCHES = new Map<string, () => Promise<void>>([
  ['server', benchServer],
  ['graph', benchGraph],
  ['preparation', benchPreparation],
]);

const [name = ''] = process.argv.slice(2);
const bench = BENCHES.get(name);
if (bench) {
  await bench();
} else {
  console.error(`Name what to measure: ${[...BENCHES.keys()].join(', ')}.`);
  process.exitCode = 1;
}
