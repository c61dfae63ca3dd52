import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type LaunchOptions } from 'playwright';

/** Path of a browser to use instead of the one that would be found. */
const OVERRIDE = 'DITTO_BROWSER';

/** Beyond what Playwright itself switches off: no browser shall talk to anyone but the page's server. */
const ARGUMENTS = ['--disable-quic'];

/** Chromium's names on the PATH; Chrome and Edge are where their installers put them. */
const COMMANDS = ['chromium', 'chromium-browser', 'chromium.exe'];

const MAC_CHROMIUM = '/Applications/Chromium.app/Contents/MacOS/Chromium';

/** Playwright's own download. */
const OWN: LaunchOptions = { channel: 'chromium' };

const ADVICE =
  'Install Chromium, Chrome or Edge (on Debian: apt-get install chromium), ' +
  `or set ${OVERRIDE} to the path of one.`;

/**
 * Starts a browser without a window: the one that DITTO_BROWSER names, else an installed Chromium, Chrome
 * or Edge, else Playwright's own, which is downloaded where it is missing.
 *
 * @param more arguments beside the usual ones
 * @throws Error that says in a sentence what to do
 */
export async function startChromium(more: readonly string[] = []): Promise<Browser> {
  const args = [...ARGUMENTS, ...more];
  const path = process.env[OVERRIDE];
  if (path !== undefined && path !== '') {
    const browser = await tryLaunch({ executablePath: path, args });
    if (browser instanceof Error) throw noBrowser(`${path} could not be started.`, browser);
    return browser;
  }
  for (const where of installed()) {
    const browser = await tryLaunch({ ...where, args });
    if (!(browser instanceof Error)) return browser;
  }
  return startDownloaded(args);
}

function installed(): readonly LaunchOptions[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  return [
    ...[...onPath, MAC_CHROMIUM].filter(existsSync).map((executablePath) => ({ executablePath })),
    { channel: 'chrome' },
    { channel: 'msedge' },
    OWN,
  ];
}

async function startDownloaded(args: string[]): Promise<Browser> {
  console.error('No Chromium, Chrome or Edge was found; downloading one for Playwright.');
  const playwright = dirname(createRequire(import.meta.url).resolve('playwright/package.json'));
  const install = [join(playwright, 'cli.js'), 'install', '--no-shell', 'chromium'];
  try {
    await promisify(execFile)(process.execPath, install);
  } catch (cause) {
    throw noBrowser('There is no browser to test in, and none could be downloaded.', cause);
  }
  const browser = await tryLaunch({ ...OWN, args });
  if (browser instanceof Error) throw noBrowser("Playwright's browser does not start.", browser);
  return browser;
}

/** Resolves to the error where this browser is missing or broken. */
async function tryLaunch(options: LaunchOptions): Promise<Browser | Error> {
  try {
    return await chromium.launch(options);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function noBrowser(what: string, cause: unknown): Error {
  return new Error(`${what} ${ADVICE}`, { cause });
}
