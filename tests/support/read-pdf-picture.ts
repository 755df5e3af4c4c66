import { inflateSync } from 'node:zlib';

/** The largest picture of a PDF as it lies on its page, and the pages' sizes. Only what Chromium's printer writes. */
export interface PdfPicture {
  /** Width and height of each page, millimetres. */
  readonly pages: readonly (readonly [width: number, height: number])[];
  /** Size of the picture on paper, millimetres. */
  readonly widthMm: number;
  readonly heightMm: number;
  /** Its dots. */
  readonly width: number;
  readonly height: number;
  pixel(x: number, y: number): readonly [red: number, green: number, blue: number];
}

const MM_PER_POINT = 25.4 / 72;

/** Reads the picture from the file itself: its dots, and the matrix that puts it on the page. */
export function readPdfPicture(pdf: Buffer): PdfPicture {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/(\d+) 0 obj\s*<<((?:(?!endobj)[\s\S])*?)>>\s*stream\r?\n/g)].map(
    (found) => {
      const [whole, id = '', dictionary = ''] = found;
      const start = found.index + whole.length;
      const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
      return { id, dictionary, read: () => inflateSync(pdf.subarray(start, start + length)) };
    },
  );
  const numberOf = (dictionary: string, key: string): number =>
    Number(new RegExp(`/${key} (\\d+)`).exec(dictionary)?.[1] ?? 0);
  const [picture] = streams
    .filter(({ dictionary }) => dictionary.includes('/Subtype /Image'))
    .sort((a, b) => numberOf(b.dictionary, 'Width') - numberOf(a.dictionary, 'Width'));
  if (picture === undefined) throw new Error('The PDF holds no picture.');
  const [width, height] = [numberOf(picture.dictionary, 'Width'), numberOf(picture.dictionary, 'Height')];
  const dots = picture.read();
  if (dots.length !== width * height * 3) throw new Error('The picture is not plain RGB.');
  const content = streams
    .filter(({ dictionary }) => !dictionary.includes('/Subtype') && dictionary.includes('/FlateDecode'))
    .map(({ read }) => {
      try {
        return read().toString('latin1');
      } catch {
        return '';
      }
    })
    .find((page) => page.includes(`/X${picture.id} Do`));
  if (content === undefined) throw new Error('The picture lies on no page.');
  const [scaleX, scaleY] = scaleAt(content, `/X${picture.id} Do`);
  return {
    pages: [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => [
      Number(w) * MM_PER_POINT,
      Number(h) * MM_PER_POINT,
    ]),
    widthMm: scaleX * MM_PER_POINT,
    heightMm: scaleY * MM_PER_POINT,
    width,
    height,
    pixel: (x, y) => {
      const at = (y * width + x) * 3;
      return [dots[at] ?? 0, dots[at + 1] ?? 0, dots[at + 2] ?? 0];
    },
  };
}

/** How much the matrices in force at an operator scale, without turning; `q` keeps them, `Q` brings them back. */
function scaleAt(content: string, operator: string): [number, number] {
  let scale: [number, number] = [1, 1];
  const kept: [number, number][] = [];
  for (const line of content.slice(0, content.indexOf(operator)).split('\n')) {
    if (line === 'q') kept.push(scale);
    else if (line === 'Q') scale = kept.pop() ?? [1, 1];
    const matrix = /^(-?[\d.]+) 0 0 (-?[\d.]+) -?[\d.]+ -?[\d.]+ cm$/.exec(line);
    if (matrix !== null) {
      scale = [scale[0] * Math.abs(Number(matrix[1])), scale[1] * Math.abs(Number(matrix[2]))];
    }
  }
  return scale;
}
