import express, { type NextFunction, type Request, type RequestHandler } from 'express';
import multer from 'multer';
import { MAX_FILE_BYTES } from '../../core/picture/limits.ts';
import { Problem } from './problem.ts';

const FIELD = 'image';

const MULTIPART = 'multipart/form-data';

/** The last is what `curl --data-binary` says of any file. The bytes themselves say what they are. */
const RAW_TYPES = [
  'image/png',
  'image/jpeg',
  'application/octet-stream',
  'application/x-www-form-urlencoded',
];

const receiveMultipart = multer({
  storage: multer.memoryStorage(),
  // A page's form may have a few other short fields.
  limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 8, fieldSize: 1024 },
}).single(FIELD);

const receiveRaw = express.raw({ type: () => true, limit: MAX_FILE_BYTES });

/** Receives the picture's bytes, raw or as a form's field, for `pictureIn`. */
export const receivePicture: RequestHandler = (req, res, next) => {
  // A body without a type is one of unknown bytes (RFC 9110, section 8.3): fetch sends Uint8Array so.
  if (req.headers['content-type'] !== undefined && req.is([...RAW_TYPES, MULTIPART]) === false) {
    throw new Problem(
      415,
      `Send a PNG or JPEG as image/png, image/jpeg or application/octet-stream, ` +
        `or as the field "${FIELD}" of multipart/form-data.`,
    );
  }
  const receive = req.is(MULTIPART) ? receiveMultipart : receiveRaw;
  receive(req, res, orBodyProblem(next));
};

/** The bytes that `receivePicture` received. */
export function pictureIn(req: Request): Uint8Array {
  const bytes: unknown = req.file?.buffer ?? req.body;
  if (bytes instanceof Uint8Array && bytes.length > 0) return bytes;
  throw new Problem(
    400,
    req.is(MULTIPART)
      ? `The form has no file in its field "${FIELD}", or an empty one; send a PNG or JPEG there.`
      : 'The request has no body; send the bytes of a PNG or JPEG.',
  );
}

function orBodyProblem(next: NextFunction): NextFunction {
  return (error?: unknown) => {
    if (error instanceof Error) next(bodyProblem(error));
    else next();
  };
}

/** Every error on the way in comes of what was sent: too much, broken compression, a broken form. */
function bodyProblem(error: Error): Problem {
  if (isTooLarge(error)) {
    return new Problem(413, `The picture is larger than ${MAX_FILE_BYTES / 2 ** 20} MiB.`);
  }
  if ('status' in error && error.status === 415) {
    return new Problem(
      415,
      'The Content-Encoding is unknown; send the picture uncompressed or gzip.',
    );
  }
  if (error instanceof multer.MulterError) {
    return new Problem(400, `Send one picture, as a file in the field "${FIELD}".`);
  }
  return new Problem(400, 'The body is cut short, or not what its headers say it is.');
}

function isTooLarge(error: Error): boolean {
  return error instanceof multer.MulterError
    ? error.code === 'LIMIT_FILE_SIZE'
    : 'status' in error && error.status === 413;
}
