import { expect, test } from 'vitest';
import type { ItemContent } from '#domain/field-round/item';
import type { Setback } from '#domain/zoning/figure';
import { aFigure, aMissingFigure, anAnswer, aPart } from '../../../tests/support/an-answer.ts';
import { foundOnSite, statedByPlan } from './stated-by-plan.ts';

const stated = (answer: Parameters<typeof statedByPlan>[0], rule: Parameters<typeof statedByPlan>[1]) =>
  statedByPlan(answer, rule).map((one) => one.stated);
const withSetback = (change: Partial<Setback>) => {
  const { setbacks } = aPart();
  return anAnswer({ parts: [aPart({ setbacks: setbacks.map((one) => ({ ...one, ...change })) })] });
};

test('a number that governs is proposed with its article, as a letter prints it', () => {
  const [gsb, ...others] = statedByPlan(anAnswer(), 'gsb');
  expect(others).toEqual([]);
  expect(gsb?.stated).toBe('GSB paling sedikit (Jalan Contoh Raya) 8 m, dari as jalan');
  expect(gsb?.article).toMatch(/^Peraturan Contoh tentang Rencana Detail Tata Ruang, Nomor CONTOH-1, ./);
  expect(stated(anAnswer(), 'kdb')).toEqual(['KDB paling banyak 60 %']);
  expect(stated(anAnswer(), 'ketinggian')).toEqual(['Jumlah lantai paling banyak 2 lantai']);
});

test('what is not known, or may be limited by what is not, is not proposed', () => {
  expect(stated(anAnswer({ parts: [aPart({ figures: [aMissingFigure('kdb')] })] }), 'kdb')).toEqual([]);
  const limited = aFigure({ measure: 'kdb', status: 'overlayUnknown', governing: null });
  expect(stated(anAnswer({ parts: [aPart({ figures: [limited] })] }), 'kdb')).toEqual([]);
  expect(stated(withSetback({ kind: 'gsb', status: 'overlayUnknown', governingM: 8 }), 'gsb')).toEqual([]);
  expect(stated(anAnswer({ sources: [] }), 'gsb')).toEqual([]);
  for (const rule of ['pemanfaatan', 'kkpr', 'pbg', 'akses', 'lain'] as const)
    expect(stated(anAnswer(), rule), rule).toEqual([]);
});

test('a line that holds beside a road alone says so, and of several zones each is named', () => {
  expect(stated(withSetback({ status: 'ifAdjacent' }), 'gsb')[0]).toContain(
    'bila tanah berbatasan dengan jalan itu',
  );
  const two = anAnswer({ parts: [aPart(), aPart({ zone: { ...aPart().zone, code: 'K-1' } })] });
  expect(stated(two, 'kdb')).toEqual(['R-3: KDB paling banyak 60 %', 'K-1: KDB paling banyak 60 %']);
});

test('what was measured on site is proposed for the rule that it is about, and nothing that was taken back', () => {
  const item = (itemId: string, content: ItemContent) => ({
    itemId,
    content,
    recordedAt: '',
    receivedAt: '',
    by: null,
    photo: null,
  });
  const measure = (what: 'offset' | 'area', value: number, label: string | null) =>
    ({ kind: 'measurement', what, value, label }) as const;
  const items = [
    item('1', measure('offset', 1.25, 'dinding ke as jalan')),
    item('2', measure('offset', 9, null)),
    item('3', measure('area', 120.5, null)),
    item('4', { kind: 'withdrawal', itemId: '2', reason: 'salah baca' }),
  ];
  expect(foundOnSite([{ items }], 'gsb')).toEqual(['1,25 m (dinding ke as jalan)']);
  expect(foundOnSite([{ items }], 'kdb')).toEqual(['120,5 m²']);
  expect(foundOnSite([{ items }], 'pemanfaatan')).toEqual([]);
});
