import { Problem } from './problem.ts';

/** The server can't do it now, but may a little later. */
export function busy(detail: string): Problem {
  return new Problem(503, `${detail} Try again later.`, { 'Retry-After': '1' });
}

export function tooMany(): Problem {
  return busy('Too many pictures are waiting to be read.');
}
