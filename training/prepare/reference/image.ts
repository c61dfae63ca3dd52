/** A picture as it is given: uint8 [height, width, channels]. */
export interface Image {
  readonly pixels: Uint8Array;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}
