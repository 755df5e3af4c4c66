/** Strokes on a 20 × 20 grid for the console alone: the citizen's first page is counted by the byte and has its own. */
const PATHS = {
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'M5 5l10 10M15 5L5 15',
  back: 'M12.5 4.5 7 10l5.5 5.5',
  next: 'M7.5 4.5 13 10l-5.5 5.5',
  work: 'M3 11.5l2.5-7h9l2.5 7v5H3v-5ZM3 11.5h4l1 2h4l1-2h4',
  layers: 'M10 3l7 4-7 4-7-4 7-4ZM3.5 10.7 10 14.4l6.5-3.7M3.5 13.9l6.5 3.6 6.5-3.6',
  rules: 'M3 4h14v12H3V4ZM3 8h14M3 12h14M8 8v8M13 8v8',
  correction: 'M4 3.5h12v10H9l-3.5 3v-3H4v-10ZM10 6.3v3.2M10 11.4v.1',
  office: 'M3 17h14M4.5 17V7L10 3l5.5 4v10M8 17v-4h4v4M8 8.5v.1M12 8.5v.1',
  people:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 16.5c0-3 2.3-5 5.5-5s5.5 2 5.5 5M13 3.8a3 3 0 0 1 0 5.4M15 12c1.9.7 3 2.3 3 4.5',
  log: 'M5 2.5h10v15H5v-15ZM7.5 6.5h5M7.5 10h5M7.5 13.5h3',
  upload: 'M10 13.5V3M6 6.8 10 3l4 3.8M3 12.5v4h14v-4',
  download: 'M10 3v10.5M6 9.7l4 3.8 4-3.8M3 16.5h14',
  search: 'M13 13l4 4M14.5 8.75a5.75 5.75 0 1 1-11.5 0 5.75 5.75 0 0 1 11.5 0Z',
  warning: 'M10 7.5v4M10 14v.1M10 3l7.5 13.5h-15L10 3Z',
  blocks: 'M6.5 2.5h7l4 4v7l-4 4h-7l-4-4v-7l4-4ZM10 6v5M10 13.8v.1',
  check: 'M4 10.5l4 4 8-9',
  time: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM10 6v4.2l2.8 1.8',
  draft: 'M4 16l1-4 8.5-8.5 3 3L8 15l-4 1ZM11.5 5.5l3 3',
  send: 'M3 10 17 3.5 13 16.5 9.5 11 3 10ZM9.5 11 17 3.5',
  forbidden: 'M5 5l10 10M15 5L5 15',
  compare: 'M10 2.5v15M3 5.5h4v9H3v-9ZM13 5.5h4v9h-4v-9Z',
  history: 'M3.5 10a6.5 6.5 0 1 0 2-4.7L3.5 7M3.5 3v4h4M10 6.5V10l2.5 1.7',
  plus: 'M10 4v12M4 10h12',
  pause: 'M7 4.5v11M13 4.5v11',
  play: 'M6 4.5 15 10l-9 5.5v-11Z',
  undo: 'M4 8h8.5a4 4 0 0 1 0 8H8M7.5 4.5 4 8l3.5 3.5',
  pin: 'M10 17.5s5.5-5.2 5.5-9.5a5.5 5.5 0 0 0-11 0c0 4.3 5.5 9.5 5.5 9.5ZM12 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  lock: 'M4.5 9h11v8h-11V9ZM7 9V6.5a3 3 0 0 1 6 0V9',
} as const;

export type StaffIconName = keyof typeof PATHS;

/** A picture beside words; it never stands alone for a meaning, so it is hidden from screen readers. */
export function StaffIcon({ name }: { name: StaffIconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
