export interface Picture {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme?: 'light' | 'dark';
  /** The drawn map is what the picture is about. */
  readonly needsMap?: boolean;
  /** A picture of the page around the map; the canvas itself is left out. */
  readonly isMasked?: boolean;
  /** Pressed one after the other. */
  readonly press?: readonly string[];
  /** What must be there before the picture is taken. */
  readonly awaits?: string;
}

const PHONE = { width: 360, height: 740 };
const TABLET = { width: 768, height: 1024 };
const DESKTOP = { width: 1440, height: 900 };
const AT = 'p=116.8472,-1.2655&z=16';
const TEXT_PAGE = '/lokasi/116.8472,-1.2655';

/** The demo city itself: a change of the generator, the tiles or the style is seen in a review. */
const MAPS: readonly Picture[] = [
  { name: 'city', path: '/?lang=id&c=116.875,-1.16&z=11', ...DESKTOP, needsMap: true },
  { name: 'old-town', path: '/?lang=id&p=116.8361,-1.2703&z=16', ...DESKTOP, needsMap: true },
  { name: 'suburb', path: '/?lang=id&c=116.872,-1.216&z=14.5', ...DESKTOP, needsMap: true },
  { name: 'phone', path: '/?lang=id&p=116.8472,-1.2655&z=16', ...PHONE, needsMap: true },
];

/** The page around the map. */
const PANELS: readonly Picture[] = [
  { name: 'start-phone', path: '/?lang=id', ...PHONE, isMasked: true },
  { name: 'start-desktop-dark', path: '/?lang=en', ...DESKTOP, colorScheme: 'dark', isMasked: true },
  { name: 'answer-phone-dark', path: `/?lang=id&${AT}`, ...PHONE, colorScheme: 'dark', isMasked: true },
  { name: 'answer-tablet', path: `/?lang=en&${AT}`, ...TABLET, isMasked: true },
  { name: 'answer-desktop', path: `/?lang=id&${AT}`, ...DESKTOP, isMasked: true },
  {
    name: 'tools-phone',
    path: `/?lang=id&${AT}`,
    ...PHONE,
    isMasked: true,
    press: ['#alat'],
    awaits: '.tool-list:visible',
  },
  {
    name: 'where-desktop',
    path: '/?lang=id&alat=dimana&activity=bengkel',
    ...DESKTOP,
    isMasked: true,
    awaits: '.where-outcomes',
  },
  {
    name: 'measure-phone',
    path: `/?lang=id&alat=jarak&${AT}`,
    ...PHONE,
    isMasked: true,
    awaits: '.measure',
  },
];

/** Pages without a map. */
const PAGES: readonly Picture[] = [
  { name: 'location-phone', path: `${TEXT_PAGE}?lang=id`, ...PHONE },
  { name: 'location-tablet-dark', path: `${TEXT_PAGE}?lang=en`, ...TABLET, colorScheme: 'dark' },
  { name: 'location-desktop', path: `${TEXT_PAGE}?lang=en`, ...DESKTOP },
  { name: 'outside-phone', path: '/lokasi/106.8,-6.2?lang=id', ...PHONE },
  { name: 'kelurahan-list-tablet', path: '/kelurahan?lang=id', ...TABLET },
  { name: 'kelurahan-phone-dark', path: '/kelurahan/klandasan-ulu?lang=id', ...PHONE, colorScheme: 'dark' },
  { name: 'kelurahan-desktop', path: '/kelurahan/klandasan-ulu?lang=en', ...DESKTOP },
  { name: 'glossary-desktop-dark', path: '/istilah?lang=id', ...DESKTOP, colorScheme: 'dark' },
  { name: 'term-phone', path: '/istilah/kdb?lang=id', ...PHONE },
  { name: 'where-page-phone', path: '/di-mana?kegiatan=bengkel&lang=id', ...PHONE },
  { name: 'where-page-tablet', path: '/di-mana?kegiatan=bengkel&lang=en', ...TABLET },
  { name: 'problem-phone', path: '/lokasi/abc?lang=en', ...PHONE },
  { name: 'missing-desktop', path: '/tidak-ada?lang=id', ...DESKTOP },
];

export const PICTURES: readonly Picture[] = [...MAPS, ...PANELS, ...PAGES];
