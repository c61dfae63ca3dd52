import type { ErrorRequestHandler, RequestHandler } from 'express';
import { PictureError, type PictureFault } from '../../core/index.ts';
import { Problem } from './problem.ts';

const STATUS_OF_FAULT: Readonly<Record<PictureFault, number>> = {
  'not-a-picture': 400,
  'too-large': 413,
  'unsupported-type': 415,
};

export const notFound: RequestHandler = (req) => {
  throw new Problem(404, `There is nothing at ${req.path}. Send a picture to POST /predict.`);
};

/** Answers every error as application/problem+json. Four parameters: that is how Express knows it. */
export const answerProblem: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  const problem = problemOf(error);
  if (problem.status >= 500 && problem !== error) console.error(error);
  if (res.headersSent) {
    next(error);
    return;
  }
  res.status(problem.status).set(problem.headers).type('application/problem+json').json(problem);
};

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof PictureError) {
    return new Problem(STATUS_OF_FAULT[error.fault], error.message);
  }
  const status = clientErrorStatus(error);
  if (status !== undefined) return new Problem(status, 'The request could not be understood.');
  return new Problem(500, 'Something went wrong here, not in your request.');
}

/** Express and its middleware mark a client's mistake, such as a path that is no valid URL, with a status. */
function clientErrorStatus(error: unknown): number | undefined {
  if (!(error instanceof Error && 'status' in error)) return undefined;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
