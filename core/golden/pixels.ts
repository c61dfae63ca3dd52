/**
 * SHA-256 of all golden pictures' pixels, in their order: part of the specification. A copy of the recipe
 * in another language must reach it, and a change to the recipe is a change to what was proven.
 */
export const GOLDEN_PIXELS_SHA256 =
  'a5bf34d7e15d9365eb0fdfc8720c201c953f03d859b6158312de3fe840828fe0';
