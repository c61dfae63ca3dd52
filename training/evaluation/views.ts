import { SEEN_SIDE, type Answer, type Picture } from '../../core/index.ts';
import { givenCanvas, seenCanvas } from '../../runtime-node/cli/answer-text.ts';
import { isColour, type Canvas } from '../../runtime-node/cli/terminal/canvas.ts';
import { MARGIN } from '../../runtime-node/cli/terminal/outline.ts';
import { thumbnail } from '../../runtime-node/cli/terminal/thumbnail.ts';

/** A misread picture as given and as the classifier saw it. */
export interface Views {
  /** For the terminal, `VIEW_SIDE` wide at most. */
  readonly given: Canvas;
  readonly seen: Canvas;
  /** For files. */
  readonly pictures: { readonly given: Picture; readonly seen: Picture };
}

/** Longer side of a misread picture in the terminal, in pixels: two pictures, twice, fit into 80 columns. */
export const VIEW_SIDE = 17;

/** Longer side in a file: enough to see what was misread, small enough to keep thousands of them. */
const FILE_SIDE = 112;

export function viewsOf(picture: Picture, answer: Answer): Views {
  return {
    given: givenCanvas(picture, answer, VIEW_SIDE - 2 * MARGIN),
    seen: seenCanvas(answer, VIEW_SIDE),
    pictures: {
      given: pictureOf(thumbnail(picture, FILE_SIDE)),
      seen: { pixels: answer.seen, width: SEEN_SIDE, height: SEEN_SIDE, channels: 1 },
    },
  };
}

function pictureOf({ width, height, pixels }: Canvas): Picture {
  const colours = pixels.flatMap((pixel) => (isColour(pixel) ? [...pixel] : [0, 0, 0]));
  return { pixels: Uint8Array.from(colours), width, height, channels: 3 };
}
