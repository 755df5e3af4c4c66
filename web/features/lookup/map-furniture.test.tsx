import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { en } from '../../locale/en.ts';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import type { MapPort } from '../../map/map-port.ts';
import { MapFurniture } from './map-furniture.tsx';

const drawn = (bearing: number, pitch: number): string => {
  const port = { view: () => ({ centre: [116.83, -1.27], zoom: 15, bearing, pitch }) } as unknown as MapPort;
  return renderToStaticMarkup(
    <ReaderProvider reader={{ language: 'id', t: id }}>
      <MapFurniture port={port} sources={[]} />
    </ReaderProvider>,
  );
};

test('north points to the north of a map that is turned, and what is seen aslant has no scale', () => {
  expect(drawn(0, 0)).toContain('Utara di atas');
  expect(drawn(0, 0)).toContain('class="scale"');
  const aslant = drawn(-25, 55);
  expect(aslant).toContain('rotate(25 ');
  expect(aslant).toContain('Utara 25° ke kanan dari atas');
  expect(aslant).not.toContain('class="scale"');
});

test('who is named as a source is said in the language that the name is in', () => {
  const port = { view: () => ({ centre: [116.83, -1.27], zoom: 15, bearing: 0, pitch: 0 }) };
  const html = renderToStaticMarkup(
    <ReaderProvider reader={{ language: 'en', t: en }}>
      <MapFurniture port={port as unknown as MapPort} sources={['Batas: Dinas Contoh']} />
    </ReaderProvider>,
  );
  expect(html).toContain('<li lang="id">Batas: Dinas Contoh</li>');
});
