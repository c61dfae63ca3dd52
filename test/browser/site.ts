import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { startServer } from '../../runtime-node/server/server.ts';
import { startChromium } from './chromium.ts';

/** The built page, served by the real server, in a real browser. */
export interface Site {
  readonly url: string;
  /** Opens the page in a browser that has never seen it. */
  visit(options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

export interface VisitOptions extends BrowserContextOptions {
  /** The page's address, where it is not the server's. */
  readonly url?: string;
  /** Is called before the page is loaded. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

export interface Visit {
  readonly page: Page;
  /** Errors and warnings in the console, and requests to anywhere but the page's own origin. */
  readonly complaints: readonly string[];
}

export async function openSite(): Promise<Site> {
  const server = await startServer({ port: 0, threads: 1 });
  const browser = await startChromium().catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  return {
    url: server.url,
    visit: (options) => visit(browser, { url: server.url, ...options }),
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

async function visit(
  browser: Browser,
  { url, prepare, ...options }: VisitOptions & { readonly url: string },
): Promise<Visit> {
  const page = await browser.newPage(options);
  const complaints = listenToComplaints(page, new URL(url).origin);
  await prepare?.(page);
  await page.goto(url);
  return { page, complaints };
}

function listenToComplaints(page: Page, origin: string): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.context().on('request', (request) => {
    const from = new URL(request.url());
    // A blob's origin is the page that made it.
    if (from.origin !== origin) complaints.push(`requested ${from.href}`);
  });
  return complaints;
}
