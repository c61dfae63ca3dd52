import { DEFAULTS, startServer, type RunningServer } from './server.ts';

const MAX_PORT = 65_535;

/**
 * Starts a server on the port that PORT names. Rejects with an error that says in a sentence what to do.
 *
 * @param allowInexact as in ServerOptions
 */
export async function startOn(
  port: string | undefined,
  allowInexact: boolean,
): Promise<RunningServer> {
  const number = portFrom(port);
  try {
    return await startServer({ port: number, allowInexact });
  } catch (cause) {
    throw new Error(whyNotStarted(cause, number), { cause });
  }
}

function portFrom(value: string | undefined): number {
  if (value === undefined || value === '') return DEFAULTS.port;
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= MAX_PORT) return port;
  throw new RangeError(`PORT is "${value}"; it must be a whole number from 0 to ${MAX_PORT}.`);
}

function whyNotStarted(error: unknown, port: number): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} is taken; set PORT to another number.`;
  if (code === 'EACCES') return `Port ${port} may not be opened; set PORT to one above 1023.`;
  return error.message;
}
