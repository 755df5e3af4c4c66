import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ZoneShare } from '#domain/areas/area-summary';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import { ShareTable } from './share-table.tsx';

test('every share and every area has one decimal, so that figures and bars of a column stand in line', () => {
  const share = (code: string, areaM2: number) =>
    ({ layerId: 'rdtr', code, color: '#fff005', zoneName: code, subzoneName: null, areaM2 }) as ZoneShare;
  const html = renderToStaticMarkup(
    <ReaderProvider reader={{ language: 'id', t: id }}>
      <ShareTable
        shares={[share('R-3', 300_000), share('K-1', 9_687_654)]}
        wholeM2={10_000_000}
        unzonedM2={12_346}
        label="Zona"
      />
    </ReaderProvider>,
  );
  const cells = [...html.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, ''));
  expect(cells).toEqual(['3,0 %', '30,0', '96,9 %', '968,8', '0,1 %', '1,2']);
});
