import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import type { WhereAllowed } from '#domain/zoning/where-allowed';
import { emptyScene } from '../../map/scene.ts';
import { mapStyle } from '../../map/style/map-style.ts';
import { LIGHT } from '../../map/style/palette.ts';
import { OUTCOME_COLORS, overlayPaint, zonePaint } from './painting.ts';

type Zone = WhereAllowed['zones'][number];
type Ruling = WhereAllowed['overlays'][number];

const zone = (code: string, governing: string, isMixed: boolean) =>
  ({ zone: { code }, verdict: { governing }, isMixed }) as Zone;
const ruling = (levelCode: string, itbx: Ruling['itbx'], body: string): Ruling => ({
  layerId: 'banjir',
  versionId: '0123456789abcdef',
  theme: 'banjir',
  levelCode,
  itbx,
  codes: [],
  body,
  sourceId: 's1',
});

test('two rulings on one level are one entry in the colour of the severer, and the style is valid', () => {
  const paint = overlayPaint([
    ruling('tinggi', 'X', 'Dilarang'),
    ruling('tinggi', 'B', 'Bersyarat'),
    ruling('sedang', 'T', 'Terbatas'),
    ruling('sedang', 'B', 'Bersyarat'),
  ]);
  expect(paint.levels).toEqual([
    { level: 'tinggi', color: OUTCOME_COLORS.X, isSolid: true },
    { level: 'sedang', color: OUTCOME_COLORS.B, isSolid: false },
  ]);
  const scene = emptyScene();
  scene.layers = [
    {
      layerId: 'banjir',
      kind: 'overlay',
      theme: 'banjir',
      title: 'Banjir',
      versionId: '0123456789abcdef',
      isDrawn: true,
      isDemo: true,
      entries: [],
    },
  ];
  scene.overlayPaints.set('banjir', paint);
  expect(validateStyleMin(mapStyle(scene, LIGHT, 'http://localhost'))).toEqual([]);
});

test('a code whose ground differs unseen is painted as not certain, never as permitted', () => {
  const { colors } = zonePaint([zone('R-3', 'I', true), zone('K-1', 'I', false)]);
  expect(colors.get('R-3')).toBe(OUTCOME_COLORS.unknown);
  expect(colors.get('K-1')).toBe(OUTCOME_COLORS.I);
});
