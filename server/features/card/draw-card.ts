import type { Card } from './card.ts';
import { drawFields } from './draw-fields.ts';
import {
  ACCENT,
  DEMO,
  DEMO_SOFT,
  drawMark,
  escapeXml,
  INK,
  INK_2,
  LINE,
  PAPER,
  textOf,
} from './draw-parts.ts';
import { wrapText } from './wrap-text.ts';

export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

const LEFT = 456;
const RIGHT = 1148;
const ROOM = RIGHT - LEFT;
/** What a title may be set in, largest first: a long name gets smaller letters before it gets a second line. */
const TITLE_SIZES = [76, 64, 54] as const;
/** Where the foot begins, px. */
const FOOT = 534;

/** The card as SVG: zones in their colours at the left; who, what and one sentence at the right. */
export function drawCard(card: Card): string {
  const head =
    drawMark(LEFT - 8, 32, 2) +
    textOf(escapeXml(wrapText(`${card.product} · ${card.city}`, line(28))[0] ?? ''), {
      x: LEFT + 62,
      y: 70,
      size: 26,
      color: INK_2,
    });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}" font-family="Noto Sans">`,
    `<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="${PAPER}"/>`,
    card.fields.length === 0
      ? `<rect width="400" height="${CARD_HEIGHT}" fill="${ACCENT}"/>${bigMark}`
      : drawFields(card.fields),
    head,
    drawWords(card),
    drawFoot(card),
    '</svg>',
  ].join('');
}

const line = (sizePx: number) => ({ widthPx: ROOM - 62, sizePx, maxLines: 1 });

/** The mark on its own ground, for a page without zones. */
const bigMark =
  '<g transform="translate(88 203) scale(8)" fill="none" stroke="#f7f5ef" stroke-width="1.2" stroke-linejoin="round"><path d="M4 9.5 14 4l10 5.5V19L14 24.5 4 19Z"/><path d="M4 9.5 14 15l10-5.5M14 15v9.5M9 6.8l10 5.4"/></g>';

/** The words between head and foot, in the middle of what is left for them. */
function drawWords(card: Card): string {
  const size =
    TITLE_SIZES.find(
      (one) => wrapText(card.title, { widthPx: ROOM, sizePx: one, maxLines: 3, isBold: true }).length === 1,
    ) ?? 54;
  const blocks = [
    { text: card.kind, size: 26, maxLines: 1, isBold: true, color: ACCENT, before: 0 },
    { text: card.title, size, maxLines: 2, isBold: true, color: INK, before: 10 },
    { text: card.subtitle, size: 32, maxLines: 3, isBold: false, color: INK_2, before: 14 },
    { text: card.sentence, size: 34, maxLines: 3, isBold: true, color: INK, before: 22 },
  ].map((block) => ({
    ...block,
    lines: wrapText(block.text, {
      widthPx: ROOM,
      sizePx: block.size,
      maxLines: block.maxLines,
      isBold: block.isBold,
    }),
  }));
  const shown = blocks.filter(({ lines }) => lines.length > 0);
  const height = shown.reduce(
    (sum, { lines, size: one, before }) => sum + lines.length * one * LEADING + before,
    0,
  );
  let y = 104 + Math.max(0, FOOT - 104 - height) / 2;
  return shown
    .flatMap((block) => {
      y += block.before;
      return block.lines.map((text) => {
        y += block.size * LEADING;
        return textOf(escapeXml(text), { ...block, x: LEFT, y: y - block.size * 0.3 });
      });
    })
    .join('');
}

const LEADING = 1.24;

/** Demonstration data says so where nobody overlooks it; otherwise a line that closes the card. */
function drawFoot({ demo }: Card): string {
  if (demo === null) return `<rect x="${LEFT}" y="572" width="${ROOM}" height="3" rx="1.5" fill="${LINE}"/>`;
  const size = 28;
  return (
    `<rect x="${LEFT}" y="${FOOT + 6}" width="${ROOM}" height="60" rx="10" fill="${DEMO_SOFT}"/>` +
    textOf(
      escapeXml(wrapText(demo, { widthPx: ROOM - 40, sizePx: size, maxLines: 1, isBold: true })[0] ?? ''),
      {
        x: LEFT + ROOM / 2,
        y: FOOT + 46,
        size,
        color: DEMO,
        isBold: true,
        anchor: 'middle',
      },
    )
  );
}
