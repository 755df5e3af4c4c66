import { expect, test } from 'vitest';
import { aPart } from '../../../tests/support/an-answer.ts';
import { id } from '../../locale/id.ts';
import { buildSentence } from './plain-sentence.tsx';

const reader = { language: 'id', t: id } as unknown as Parameters<typeof buildSentence>[2];

test('only ground with a permitted activity may be built on; elsewhere the limits stand under a condition', () => {
  const limits = ['paling banyak 4 lantai'];
  expect(buildSentence(aPart(), limits, reader)).toBe('Boleh dibangun paling banyak 4 lantai.');
  const none = aPart({ itbx: aPart().itbx.filter(({ itbx }) => itbx !== 'I') });
  for (const part of [none, aPart({ itbx: [] })])
    expect(buildSentence(part, limits, reader)).toBe('Bila kegiatan diizinkan: paling banyak 4 lantai');
});
