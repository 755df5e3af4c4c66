/** The light colours of web/ui/styles/tokens.css. A card has no dark mode: nobody knows where it will be seen. */
export const PAPER = '#f7f5ef';
export const SURFACE_2 = '#e9e6dd';
export const INK = '#182123';
export const INK_2 = '#47514f';
export const LINE = '#dcd8cd';
export const ACCENT = '#0b5a5e';
export const DEMO = '#5a3a00';
export const DEMO_SOFT = '#ffe9b8';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** XML has no way to write these. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** Text as it may stand in XML, inside and outside of quoted attributes. */
export const escapeXml = (text: string): string =>
  text.replace(NOT_XML, '').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** One line of letters; `escaped` is ready for XML. */
export function textOf(
  escaped: string,
  {
    x,
    y,
    size,
    color,
    isBold = false,
    anchor = 'start',
  }: {
    readonly x: number;
    readonly y: number;
    readonly size: number;
    readonly color: string;
    readonly isBold?: boolean;
    readonly anchor?: 'start' | 'middle' | 'end';
  },
): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size.toFixed(1)}" font-weight="${isBold ? 700 : 400}" fill="${color}" text-anchor="${anchor}">${escaped}</text>`;
}

/** The product's mark, as web/icon.svg draws it. */
export const drawMark = (x: number, y: number, scale: number): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})"><path fill="${ACCENT}" d="M4 9.5 14 4l10 5.5V19L14 24.5 4 19Z"/><path fill="none" stroke="#fff" stroke-width="1.5" stroke-linejoin="round" d="M4 9.5 14 15l10-5.5M14 15v9.5M9 6.8l10 5.4"/></g>`;
