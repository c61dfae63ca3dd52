/** Share of a cell's colour in the paper: a single mistake is still seen, and nothing drowns its count. */
const FAINTEST = 0.1;
const STRONGEST = 0.9;
/** Above it white text is easier to read than the page's own ink. */
export const DARK = 0.75;

export function rightOpacity(share: number): number {
  return FAINTEST + (STRONGEST - FAINTEST) * share;
}

/**
 * By the square root of the share, to the largest there is, so that one mistake in a thousand can be told from none and
 * from ten.
 */
export function wrongOpacity(share: number, largest: number): number {
  return FAINTEST + (STRONGEST - FAINTEST) * Math.sqrt(share / largest);
}
