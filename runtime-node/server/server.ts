import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { FULL_MODEL } from '../../core/contract.ts';
import { MODELS_DIR, PROJECT_ROOT } from '../paths.ts';
import { createApp } from './app.ts';
import { openPool, type PoolOptions } from './pool.ts';
import { givesReleasedBits, InexactError } from './proof.ts';
import { threadCount } from './threads.ts';

export interface ServerOptions extends PoolOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder of the built page. */
  readonly page: string;
  /** Whether to serve even where the golden pictures get other answers than released. */
  readonly allowInexact: boolean;
}

export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** Folder of the built page. */
  readonly page: string;
  /** Pictures that are read at the same time. */
  readonly threads: number;
  /** Whether the golden pictures got the released answers. */
  readonly exact: boolean;
  /** Takes no more requests; resolves when those under way are answered. */
  stop(): Promise<void>;
}

export const DEFAULTS: ServerOptions = {
  port: 3000,
  model: join(MODELS_DIR, FULL_MODEL.file),
  page: join(PROJECT_ROOT, 'dist', 'page'),
  threads: threadCount(),
  allowInexact: false,
  // At some milliseconds each they are through within a second; 20 MiB each keeps them under 1.3 GB.
  queueLimit: 64,
  timeLimit: 10_000,
};

/** Time to receive a whole request: 20 MiB over a slow phone, 1.4 Mbit/s. In milliseconds, as the next. */
const REQUEST_TIMEOUT = 120_000;
const HEADERS_TIMEOUT = 10_000;

/** How long `stop` waits for requests under way: the time limit of a picture, and some to send. */
const STOP_GRACE = 12_000;
const IDLE_CHECK = 100;

/**
 * Starts a server; resolves when it is ready to answer. Rejects where the port or the model can't be opened,
 * and with an InexactError where the model's answers are not the released ones, unless that is allowed.
 */
export async function startServer(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const { port, page, allowInexact, ...poolOptions } = { ...DEFAULTS, ...options };
  const exact = await givesReleasedBits(poolOptions.model);
  if (!exact && !allowInexact) throw new InexactError(poolOptions.model);
  const pool = await openPool(poolOptions);
  const server = createServer(createApp(pool, page, exact));
  server.requestTimeout = REQUEST_TIMEOUT;
  server.headersTimeout = HEADERS_TIMEOUT;
  try {
    await listening(server, port);
  } catch (error) {
    await pool.close();
    throw error;
  }
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    page,
    threads: poolOptions.threads,
    exact,
    stop: async () => {
      await closed(server);
      await pool.close();
    },
  };
}

async function listening(server: Server, port: number): Promise<void> {
  server.listen(port);
  await once(server, 'listening');
}

async function closed(server: Server): Promise<void> {
  server.close();
  // Clients keep a connection open after their answer; Node closes only those that are idle right now.
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, IDLE_CHECK);
  const overdue = setTimeout(() => {
    server.closeAllConnections();
  }, STOP_GRACE);
  await once(server, 'close');
  clearInterval(idle);
  clearTimeout(overdue);
}
