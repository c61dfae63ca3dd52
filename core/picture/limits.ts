/**
 * The most pixels that are decoded: 50 million, RGBA 200 MB. Above any phone's default setting, below
 * what a small file with an enormous declared size could use to exhaust memory.
 */
export const MAX_PIXELS = 50_000_000;

/** The largest file that is taken, in bytes: above any phone's JPEG; once inflated where it comes compressed. */
export const MAX_FILE_BYTES = 20 * 2 ** 20;
