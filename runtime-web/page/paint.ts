/**
 * Paints a grey picture on a canvas. The other way is never gone: browsers that resist fingerprinting
 * add noise to what is read back.
 *
 * @param pixels [height * width], 0 to 255
 */
export function paintGrey(
  canvas: HTMLCanvasElement,
  pixels: Uint8Array,
  width: number,
  height: number,
): void {
  const image = new ImageData(width, height);
  pixels.forEach((grey, i) => {
    image.data.set([grey, grey, grey, 255], 4 * i);
  });
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}
