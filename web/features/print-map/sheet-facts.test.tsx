// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { en } from '../../locale/en.ts';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import type { ToolProps } from '../map-tool/index.ts';
import { readSettings } from './print-scale.ts';
import { SheetFacts } from './sheet-facts.tsx';

const city = {
  attributions: ['Kota Contoh'],
  timeZone: 'Asia/Makassar',
  timeZoneLabel: 'WITA',
  disclaimer: '',
};

test.each([
  ['Dinas Contoh', 'Kota Contoh · Dinas Contoh'],
  ['', 'Kota Contoh'],
])('the sheet names whose ground it shows, if it is of others: %s', (attribution, named) => {
  const props = { city, on: null, toggled: [], legend: undefined } as unknown as ToolProps;
  const html = renderToStaticMarkup(
    <ReaderProvider reader={{ language: 'id', t: id }}>
      <SheetFacts {...props} centre={[116.83, -1.27]} settings={readSettings('')} attribution={attribution} />
    </ReaderProvider>,
  );
  expect(html).toContain(`>${named}</span>`);
});

test.each([
  [
    'id',
    id,
    false,
    'paket luring “Kota Contoh c00c8bda93582b90”. Data per 29 November 2026 pukul 18.55 WITA',
  ],
  [
    'en',
    en,
    true,
    'as of 29 November 2026 at 18:55 WITA; what has changed since is not on this sheet. Other data',
  ],
] as const)(
  'a sheet drawn from a pack says from which one and how old it is: %s',
  (language, t, isOutdated, words) => {
    const device = {
      kind: 'pack',
      at: '2026-11-29T10:55:00Z',
      version: 'Kota Contoh c00c8bda93582b90',
      isOutdated,
      isSlow: false,
    };
    const sheet = (legend: object): string => {
      const props = { city, on: null, toggled: [], legend } as unknown as ToolProps;
      return renderToStaticMarkup(
        <ReaderProvider reader={{ language, t }}>
          <SheetFacts {...props} centre={[116.83, -1.27]} settings={readSettings('')} attribution="" />
        </ReaderProvider>,
      );
    };
    expect(sheet({ layers: [], device })).toContain(words);
    expect(sheet({ layers: [] })).not.toContain('sheet-device');
  },
);
