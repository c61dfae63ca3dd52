/**
 * Why a picture could not be read: its bytes are no picture (or a broken one), it is of a type that is
 * not decoded, or it is too large to decode safely.
 */
export type PictureFault = 'not-a-picture' | 'unsupported-type' | 'too-large';

/** The message is one sentence for the person who sent the picture: what was wrong, what would be right. */
export class PictureError extends Error {
  readonly fault: PictureFault;

  constructor(fault: PictureFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PictureError';
    this.fault = fault;
  }
}
