import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import { StartPanel } from './start-panel.tsx';

const shown = (page: string, on: string | null): string =>
  renderToStaticMarkup(
    <ReaderProvider reader={{ language: 'id', t: id }}>
      <StartPanel hasMap area={{ name: 'Balikpapan Kota', page }} on={on} onZones={() => undefined} />
    </ReaderProvider>,
  );

test('an area leads to the page that it has, on the day that is asked for', () => {
  expect(shown('/kelurahan', null)).toContain('href="/kelurahan"');
  expect(shown('/kelurahan/prapatan', '2026-06-01')).toContain('href="/kelurahan/prapatan?on=2026-06-01"');
});
