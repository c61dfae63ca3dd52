import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT_ROOT } from '../paths.ts';
import type { RunningServer } from './server.ts';
import { startOn } from './start.ts';

const EXAMPLE = join(PROJECT_ROOT, 'examples', 'seven.png');

const INEXACT =
  'Warning: the golden pictures got other answers than released. Serving all the same, as told.';

try {
  const server = await startOn(process.env['PORT'], isInexactAllowed());
  if (!server.exact) console.warn(INEXACT);
  console.log(greeting(server));
  stopOnSignal(server);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** By the option or, where there is no command line to add it to, by the environment. */
function isInexactAllowed(): boolean {
  const { values } = parseArgs({ options: { 'allow-inexact': { type: 'boolean' } } });
  return values['allow-inexact'] ?? process.env['ALLOW_INEXACT'] === '1';
}

function greeting({ url, page, threads }: RunningServer): string {
  const pageLine = existsSync(page) ? url : 'not built; run: npm run build';
  return `Ditto reads handwritten digits, ${threads} picture${threads === 1 ? '' : 's'} at a time.

  page  ${pageLine}
  API   POST ${url}/predict with the bytes of a PNG or JPEG, for example:

        curl --data-binary "@${EXAMPLE}" ${url}/predict

Ctrl-C stops it.`;
}

/** Once: further signals wait for the same end, since npm passes on the Ctrl-C that the terminal also sent. */
function stopOnSignal(server: RunningServer): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    console.log('Stopping.');
    void server.stop();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
