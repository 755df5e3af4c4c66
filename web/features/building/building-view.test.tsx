import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Building } from '#domain/building/building';
import { aBuilding } from '../../../tests/gallery/building-specimens.tsx';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import { BuildingView } from './building-view.tsx';
import { texts } from './texts.ts';

const textOf = (building: Building): string =>
  renderToStaticMarkup(
    <ReaderProvider reader={{ language: 'id', t: id } as Parameters<typeof ReaderProvider>[0]['reader']}>
      <BuildingView building={building} on={null} form={null} />
    </ReaderProvider>,
  )
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

test('a sliver has one line with its ground and no figures of its own; ground of slivers only is told in full', () => {
  const usual = aBuilding(null);
  const [part] = usual.parts;
  if (part === undefined) throw new Error('the building has a part');
  const overlays = [{ versionId: 'v', code: 'banjir', levelCode: 'tinggi', name: 'Rawan banjir' }];
  const sliver = { ...part, zone: { ...part.zone, code: 'BJ' }, overlays, areaM2: 0.4, isSliver: true };
  const text = textOf({ ...usual, parts: [part, sliver] });
  expect(text).toContain(`BJ · Rawan banjir (tinggi) 0,4 m². ${texts.id.sliver}`);
  expect(text.split(texts.id.footprint)).toHaveLength(2);
  expect(textOf({ ...usual, parts: [sliver] }).split(texts.id.footprint)).toHaveLength(2);
});
