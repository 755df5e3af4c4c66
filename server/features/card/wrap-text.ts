/**
 * Width of a text in Noto Sans, as a multiple of its size. By classes of letters and rather too wide: a line that is
 * a little short is no fault, one that is cut off is.
 */
export const widthOf = (text: string, isBold = false): number => {
  let width = 0;
  for (const letter of text) width += widthOfLetter(letter);
  return width * (isBold ? 1.07 : 1);
};

function widthOfLetter(letter: string): number {
  if (/[ \u00a0.,:;'’|!ijl()[\]/·-]/.test(letter)) return 0.32;
  if (/[frt"“”]/.test(letter)) return 0.42;
  if (/[mwMW@%—…]/.test(letter)) return 0.95;
  if (/[A-ZÀ-Þ]/.test(letter)) return 0.69;
  if (/[ -ɏ–≤≥²³]/.test(letter)) return 0.61;
  return 1.05;
}

/** What a picture cannot show: control characters, marks that turn the direction of writing, private letters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\s]+/gu;
/** More than any card shows: what is longer is not even measured. */
const MAX_LETTERS = 400;

/**
 * A text in at most `maxLines` lines. Words too long for a line are broken, what does not fit ends in “…”.
 *
 * @param widthPx of a line
 * @param sizePx of the letters
 */
export function wrapText(
  text: string,
  {
    widthPx,
    sizePx,
    maxLines,
    isBold = false,
  }: { widthPx: number; sizePx: number; maxLines: number; isBold?: boolean },
): string[] {
  const room = widthPx / sizePx;
  const fits = (line: string): boolean => widthOf(line, isBold) <= room;
  const lines: string[] = [];
  let line = '';
  for (const word of [...text]
    .slice(0, MAX_LETTERS)
    .join('')
    .replace(UNSEEN, ' ')
    .replace(/ %/g, '\u00a0%')
    .trim()
    .split(' ')) {
    if (line !== '' && fits(`${line} ${word}`)) {
      line = `${line} ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of word) {
      if (line !== '' && !fits(line + letter)) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  if (line !== '') lines.push(line);
  const kept = lines.slice(0, maxLines);
  const last = kept.pop();
  if (last === undefined) return [];
  return [...kept, lines.length > maxLines ? shorten(last, fits) : last];
}

function shorten(line: string, fits: (line: string) => boolean): string {
  const letters = [...line];
  while (letters.length > 0 && !fits(`${letters.join('')}…`)) letters.pop();
  return `${letters.join('').replace(/[\s.,;:–·-]+$/u, '')}…`;
}
