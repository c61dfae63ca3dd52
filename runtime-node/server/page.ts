import { join, sep } from 'node:path';
import express, { type RequestHandler } from 'express';

/** Serves the built page from a folder. Paths that are not in it go on to the next handler. */
export function page(folder: string): RequestHandler {
  const hashed = join(folder, 'assets') + sep;
  return express.static(folder, {
    setHeaders: (res, path) => {
      // Vite puts a digest of the content into these files' names, so a name never changes its content.
      const policy = path.startsWith(hashed) ? 'public, max-age=31536000, immutable' : 'no-cache';
      res.setHeader('Cache-Control', policy);
    },
  });
}
