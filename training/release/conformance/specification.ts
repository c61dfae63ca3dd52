import { GOLDEN_COUNT, GOLDEN_PIXELS_SHA256, SIDECAR_FILE } from '../../../core/index.ts';
import { GLYPHS } from '../../../core/golden/glyphs.ts';
import { SIZES } from '../../../core/golden/sizes.ts';

/** The kit's README: the recipe of the golden pictures and the definition of the digests, in one page. */
export function specification(): string {
  return `# Conformance kit

Does your runtime answer with the released bits? Draw the ${GOLDEN_COUNT} golden pictures by the recipe below, run
\`digits.onnx\` on each, and compare with \`expected.json\`, or all at once by the digests. In Python:
\`python examples/python/verify.py\` does it in \`onnxruntime\` and \`numpy\` alone.

Written by \`npm run train\`; edits are lost.

## Golden pictures

Whole numbers only. \`/\` rounds down, \`%\` is the remainder; nothing is negative before either. Every
number fits 53 bits.

**hash(n)**, on unsigned 32-bit integers, products taken modulo 2^32:

    n ^= n >> 16;  n *= 0x7feb352d;  n ^= n >> 15;  n *= 0x846ca68b;  n ^= n >> 16

**Picture i**, 0 to ${GOLDEN_COUNT - 1}, in round r = i / ${SIZES.length}:

- Width and height: entry i % ${SIZES.length} of
  ${wrapped(SIZES.map(([width, height]) => `${width}x${height}`))}.
  Where both are above 300, divide both by r + 1.
- Channels: (i / 8 + r) % 4 + 1: grey, grey + alpha, RGB, RGBA.
- Look: entry (i + r) % 8 of the table below. Digit: i % 10.
- choose(q, n) = hash(16 i + q) % n.
- Bytes run from left to right, then from top to bottom, channels interleaved. c is the channel, b the
  byte's index in the picture, and noise = hash((hash(16 i) + b) mod 2^32) % 256.

| look | paper | ink | alpha (last channel of 2 or 4) |
| --- | --- | --- | --- |
| 0 blank | choose(5, 256) | no digit | choose(7, 256) |
| 1 chaos | noise | no digit | noise |
| 2 gradient | 255 x / width | no digit | 255 y / height |
| 3 dark on light | 255 - choose(5, 64) - 16 c | choose(6, 64) + 32 c | 255 |
| 4 light on dark | choose(5, 64) + 16 c | 255 - choose(6, 64) - 32 c | 255 |
| 5 on a gradient | 255 - s, with s = 64 x / width + 64 y / height | choose(6, 64) | 255 - s |
| 6 noisy | 255 - noise % 64 | noise % 64 | 255 |
| 7 cut out | noise | choose(6, 64) | 255 on ink, 0 on paper |

**Ink.** In half pixels, so that the centre of pixel (x, y) is (2x + 1, 2y + 1):

- side = 2 min(width, height) (50 + choose(3, 51)) / 100
- left = choose(1, 2 width - side + 1), top = choose(2, 2 height - side + 1)
- radius = max(1, side (3 + choose(4, 4)) / 100)

The digit is made of straight lines between points; a point \`xy\` lies at (left + x side / 8,
top + y side / 8), and a comma lifts the pen:

${GLYPHS.map((glyph, digit) => `    ${digit}  ${glyph}`).join('\n')}

A pixel is ink where its centre P is no farther than the radius from a line A to B. With d = B - A,
p = P - A: where p·d <= 0, p·p <= radius²; else where p·d >= d·d, (p - d)·(p - d) <= radius²; else
(p.x d.y - p.y d.x)² <= radius² d·d.

**Check.** SHA-256 over the pixels of all pictures, one after the other:

    ${GOLDEN_PIXELS_SHA256}

## Digests

SHA-256, lower-case hexadecimal, over numbers stored little-endian, picture after picture. \`${SIDECAR_FILE}\` and
\`expected.json\` carry them under \`digests\`, for the golden pictures and for MNIST's 10,000 test pictures
(as they are: 28x28, one channel, in the file's order).

- **logits**: the ten logits of each picture, float32.
- **answers**: of each picture found and sure (uint8 each), digit (int32, -1 where found is 0), box (four
  int32), logits, probabilities (ten float32), seen (784 bytes).

-0 counts as 0: add 0 before you store a float.
\`digits-classifier.onnx\`, run on \`seen\` of each picture, gives the same **logits** digest.

## \`expected.json\`

Beside \`digests\` and \`pixels\` (the sum above), a line a picture: index, height, width, channels, SHA-256 of
its pixels, digit (null where nothing is found), sure, probabilities, logits, box (x, y, width, height),
found, and SHA-256 of seen. The PNG files are a few of the pictures, named by their index.
`;
}

/** So many sizes fill a line. */
const SIZES_A_LINE = 11;

function wrapped(sizes: readonly string[]): string {
  return sizes
    .map((size, i) => (i % SIZES_A_LINE === 0 && i > 0 ? `\n  ${size}` : size))
    .join(', ')
    .replaceAll(', \n', ',\n');
}
