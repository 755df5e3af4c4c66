// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
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
