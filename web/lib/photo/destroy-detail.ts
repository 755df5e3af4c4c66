/** Something on a photo that nobody should recognise: a face, a number plate. */
export interface BlurMark {
  /** Middle, as a share of the photo's width and height, 0–1. */
  readonly x: number;
  readonly y: number;
  /** As a share of the longer side. */
  readonly radius: number;
}

/** Steps of a colour: what is left of a face is one colour, and not even that exactly. */
const COLOUR_STEP = 16;

/**
 * Puts one colour over a disc of a picture. A mosaic of several would look kinder, and plates have been read out of them;
 * of one averaged colour nothing comes back.
 * @param pixels red, green, blue and alpha of each pixel, row by row; changed in place
 */
export function destroyDetail(
  pixels: Uint8ClampedArray,
  widthPx: number,
  heightPx: number,
  mark: BlurMark,
): void {
  const radius = Math.max(1, mark.radius * Math.max(widthPx, heightPx));
  const [middleX, middleY] = [mark.x * widthPx, mark.y * heightPx];
  const sum = [0, 0, 0];
  let count = 0;
  const each = (work: (at: number) => void): void => {
    for (
      let y = Math.max(0, Math.floor(middleY - radius));
      y < Math.min(heightPx, middleY + radius);
      y += 1
    ) {
      const half = Math.sqrt(Math.max(0, radius ** 2 - (y + 0.5 - middleY) ** 2));
      const last = Math.min(widthPx, Math.ceil(middleX + half));
      for (let x = Math.max(0, Math.floor(middleX - half)); x < last; x += 1) work((y * widthPx + x) * 4);
    }
  };
  each((at) => {
    count += 1;
    for (const channel of [0, 1, 2]) sum[channel] = (sum[channel] ?? 0) + (pixels[at + channel] ?? 0);
  });
  if (count === 0) return;
  const colour = sum.map((one) => Math.round(one / count / COLOUR_STEP) * COLOUR_STEP);
  each((at) => pixels.set([colour[0] ?? 0, colour[1] ?? 0, colour[2] ?? 0, 255], at));
}
