import type { RequestHandler } from 'express';
import { Problem } from './problem.ts';

/** Answers 405 to any other method, so that a known path with a wrong method is not called unknown. */
export function only(...methods: readonly string[]): RequestHandler {
  const allowed = methods.join(', ');
  return (req, _res, next) => {
    if (methods.includes(req.method)) {
      next();
      return;
    }
    throw new Problem(405, `${req.path} takes ${allowed}, not ${req.method}.`, { Allow: allowed });
  };
}
