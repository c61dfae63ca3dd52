import express, { type Express } from 'express';
import type { AnswerJson } from '../../core/index.ts';
import { pictureIn, receivePicture } from './body.ts';
import { answerProblem, notFound } from './errors.ts';
import { securityHeaders } from './headers.ts';
import { only } from './methods.ts';
import { page } from './page.ts';
import { tooMany } from './busy.ts';

/** Reads a PNG or JPEG file. Rejects with a PictureError or a Problem. */
export type ReadPicture = (file: Uint8Array) => Promise<AnswerJson>;

/** What reads the pictures. */
export interface PictureReader {
  readonly read: ReadPicture;
  /** Whether another picture would be refused at once. */
  readonly isFull: () => boolean;
}

/**
 * The server's routes.
 *
 * @param reader what answers POST /predict
 * @param pageFolder the built page
 * @param exact whether the answers are proven to be the released ones
 */
export function createApp(reader: PictureReader, pageFolder: string, exact: boolean): Express {
  const app = express();
  app.disable('x-powered-by');
  // Answers are never asked for twice with If-None-Match; the page's files get theirs all the same.
  app.disable('etag');

  app.use(securityHeaders);

  app.all('/predict', only('POST'));
  app.post('/predict', receivePicture, async (req, res) => {
    res.json(await reader.read(pictureIn(req)));
  });

  app.all('/livez', only('GET', 'HEAD'));
  app.get('/livez', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });

  app.all('/readyz', only('GET', 'HEAD'));
  app.get('/readyz', (_req, res) => {
    res.set('Cache-Control', 'no-store');
    if (reader.isFull()) throw tooMany();
    res.json({ status: 'ready', exact });
  });

  app.all('/', only('GET', 'HEAD'));
  app.use(page(pageFolder));

  // Express tries handlers in order: what nothing above has answered is unknown, and the error handler
  // comes last because it hears only of errors from handlers before it.
  app.use(notFound);
  app.use(answerProblem);
  return app;
}
