import type { CardField } from './card.ts';
import { escapeXml, INK, PAPER, SURFACE_2, textOf } from './draw-parts.ts';
import { widthOf } from './wrap-text.ts';

/** Where the fields of colour stand, px. */
const WIDTH = 400;
const HEIGHT = 630;
const GAP = 3;
/** More are too thin to be read as a column. */
const MAX_ROWS = 6;
const COLUMNS = 3;
const MAX_CELLS = 30;
/** A zone of a hundredth of the ground is still to be seen. */
const MIN_SHARE = 0.07;

/** The zones in their colours: one fills the column, a few lie upon each other by share, many stand in a table. */
export function drawFields(fields: readonly CardField[]): string {
  const cells = fields.length > MAX_ROWS ? grid(fields.slice(0, MAX_CELLS)) : rows(fields);
  return cells.map(drawCell).join('');
}

interface Cell {
  readonly field: CardField;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function rows(fields: readonly CardField[]): Cell[] {
  const total = fields.reduce((sum, { share }) => sum + Math.max(share, MIN_SHARE), 0);
  const room = HEIGHT - GAP * (fields.length - 1);
  let y = 0;
  return fields.map((field) => {
    const height = (room * Math.max(field.share, MIN_SHARE)) / total;
    const cell = { field, x: 0, y, width: WIDTH, height };
    y += height + GAP;
    return cell;
  });
}

function grid(fields: readonly CardField[]): Cell[] {
  const lines = Math.ceil(fields.length / COLUMNS);
  const width = (WIDTH - GAP * (COLUMNS - 1)) / COLUMNS;
  const height = (HEIGHT - GAP * (lines - 1)) / lines;
  return fields.map((field, index) => ({
    field,
    x: (index % COLUMNS) * (width + GAP),
    y: Math.floor(index / COLUMNS) * (height + GAP),
    width,
    height,
  }));
}

function drawCell({ field, x, y, width, height }: Cell): string {
  const color = /^#[0-9a-f]{6}$/i.test(field.color ?? '') ? (field.color ?? SURFACE_2) : SURFACE_2;
  const size = Math.min(120, height * 0.42, (width - 48) / Math.max(1, widthOf(field.code, true)));
  const code =
    size < 13
      ? ''
      : textOf(escapeXml(field.code), {
          x: x + width / 2,
          y: y + height / 2 + size * 0.36,
          size,
          color: inkOn(color),
          isBold: true,
          anchor: 'middle',
        });
  return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${color}"/>${code}`;
}

/** Dark or light letters, whichever is easier to read on a colour (WCAG relative luminance). */
export function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.2 ? INK : PAPER;
}
