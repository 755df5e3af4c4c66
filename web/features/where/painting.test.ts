import { readFileSync } from 'node:fs';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import type { LegendLayer } from '#domain/zoning/legend';
import type { WhereAllowed } from '#domain/zoning/where-allowed';
import { emptyScene } from '../../map/scene.ts';
import { mapStyle } from '../../map/style/map-style.ts';
import { LIGHT } from '../../map/style/palette.ts';
import { OUTCOME_FILLS, overlayPaint, zonePaint } from './painting.ts';
import { layersWith } from './use-painted-map.ts';

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
    { level: 'tinggi', fill: OUTCOME_FILLS.X, isSolid: true },
    { level: 'sedang', fill: OUTCOME_FILLS.B, isSolid: false },
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
  const { fills } = zonePaint([zone('R-3', 'I', true), zone('K-1', 'I', false)]);
  expect(fills.get('R-3')).toBe(OUTCOME_FILLS.unknown);
  expect(fills.get('K-1')).toBe(OUTCOME_FILLS.I);
});

test('an outcome is told by its pattern too, and only what is permitted without more is plain', () => {
  const patterns = Object.entries(OUTCOME_FILLS).map(([itbx, { hatch }]) => [itbx, hatch] as const);
  expect(new Set(patterns.map(([, hatch]) => hatch)).size).toBe(5);
  expect(patterns.filter(([, hatch]) => hatch === null)).toEqual([['I', null]]);
});

test('the legend has the colours of the map', () => {
  const styles = readFileSync('web/ui/styles/where.css', 'utf8');
  for (const [itbx, { color }] of Object.entries(OUTCOME_FILLS)) {
    expect(styles).toContain(`.where-${itbx} {\n  fill: ${color};\n}`);
  }
});

test('whatever carries the answer is drawn, also what the reader switched off; nothing else comes with it', () => {
  const layers = (
    [
      ['rdtr', 'zones'],
      ['banjir', 'overlay'],
      ['longsor', 'overlay'],
      ['jalan', 'road'],
    ] as const
  ).map(([layerId, kind]) => ({ layerId, kind, isDrawn: true }) as LegendLayer);
  const ids = (toggled: string[]) =>
    layersWith(['rdtr', 'banjir'], layers, toggled)
      .map(({ layerId }) => layerId)
      .toSorted();
  expect(ids([])).toEqual(['banjir', 'jalan', 'rdtr']);
  expect(ids(['rdtr', 'jalan'])).toEqual(['banjir', 'rdtr']);
});
