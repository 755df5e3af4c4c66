import { expect, it } from 'vitest';
import { mergeEntries } from './merge-entries.ts';

it('merges what two wrote: what was touched here holds, what was not is the other’s, whoever was first', () => {
  const base = { fee: '', days: '3', papers: ['ktp'] };
  const theirs = { fee: 'gratis', days: '4', papers: ['ktp', 'bukti'] };
  expect(mergeEntries(base, { ...base, days: '5' }, theirs)).toEqual({ ...theirs, days: '5' });
  expect(mergeEntries(base, { ...base, papers: [] }, theirs)).toEqual({ ...theirs, papers: [] });
  expect(mergeEntries(base, base, theirs)).toEqual(theirs);
});
