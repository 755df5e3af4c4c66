/** Strokes on a 20 × 20 grid, drawn in the colour of the text around them. */
const PATHS = {
  check: 'M4 10.5l4 4 8-9',
  limit: 'M10 5.5V10l3 2M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z',
  conditions: 'M8.5 5.5H17M8.5 10H17M8.5 14.5H17M3 5.3l1 1 1.8-2M3 9.8l1 1 1.8-2M3 14.3l1 1 1.8-2',
  forbidden: 'M5 5l10 10M15 5L5 15',
  question: 'M7.3 7.2a2.8 2.8 0 1 1 4.2 2.6c-1 .6-1.5 1.1-1.5 2.2M10 15.2v.1',
  search: 'M13 13l4 4M14.5 8.75a5.75 5.75 0 1 1-11.5 0 5.75 5.75 0 0 1 11.5 0Z',
  close: 'M5 5l10 10M15 5L5 15',
  locate: 'M10 2v3M10 15v3M2 10h3M15 10h3M14 10a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z',
  layers: 'M10 3l7 4-7 4-7-4 7-4ZM3.5 10.7 10 14.4l6.5-3.7M3.5 13.9l6.5 3.6 6.5-3.6',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  up: 'M5 12.5l5-5 5 5',
  down: 'M5 7.5l5 5 5-5',
  print: 'M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6v-5Z',
  warning: 'M10 7.5v4M10 14v.1M10 3l7.5 13.5h-15L10 3Z',
  adjust: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4',
  pin: 'M10 17.5s5.5-5.2 5.5-9.5a5.5 5.5 0 0 0-11 0c0 4.3 5.5 9.5 5.5 9.5ZM12 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  house: 'M3 17h14M5 17V8l5-4 5 4v9M8.5 17v-4h3v4',
  history: 'M10 5.5V10l3 2M3.2 10a6.8 6.8 0 1 0 2-4.8L3 7.2M3 3.5v3.7h3.7',
  page: 'M5 2.5h7l3 3v12H5v-15ZM8 9.5h4M8 13h4',
  share: 'M10 12.5V3M6.5 6.2 10 2.8l3.5 3.4M6 9.5H4v8h12v-8h-2',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside words; it never stands alone for a meaning, so it is hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
