/** A grey picture. Digits are ink bright on black, as MNIST's are, unless said otherwise. */
export interface Grey {
  /** [height * width], 0 to 255, row by row. */
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture of one level. */
export function blank({ width, height }: Size, level = 0): Grey {
  const pixels = new Uint8Array(width * height);
  if (level !== 0) pixels.fill(level);
  return { pixels, width, height };
}

/** The same picture with every level, 0 to 255, replaced by what `levelOf` gives, rounded and clamped. */
export function mapLevels({ pixels, ...size }: Grey, levelOf: (level: number) => number): Grey {
  const table = Uint8ClampedArray.from({ length: 256 }, (_, level) => levelOf(level));
  const mapped = new Uint8Array(pixels.length);
  for (let index = 0; index < pixels.length; index += 1) {
    mapped[index] = table[pixels[index] ?? 0] ?? 0;
  }
  return { pixels: mapped, ...size };
}

/** Dark for light. */
export function negative(picture: Grey): Grey {
  return mapLevels(picture, (level) => 255 - level);
}
