import { describe, expect, it } from 'vitest';
import { decideRange } from './byte-range.ts';

describe('decideRange', () => {
  it.each([
    ['bytes=0-', { kind: 'part', first: 0, last: 999 }],
    ['bytes=0-0', { kind: 'part', first: 0, last: 0 }],
    ['bytes=100-199', { kind: 'part', first: 100, last: 199 }],
    ['bytes=900-5000', { kind: 'part', first: 900, last: 999 }],
    ['bytes=-1', { kind: 'part', first: 999, last: 999 }],
    ['bytes=-5000', { kind: 'part', first: 0, last: 999 }],
  ])('%s of 1,000 bytes is one part', (header, expected) => {
    expect(decideRange(header, 1000)).toEqual(expected);
  });

  it.each(['bytes=1000-', 'bytes=1000-1001', 'bytes=-0'])('%s of 1,000 bytes is not there', (header) => {
    expect(decideRange(header, 1000)).toEqual({ kind: 'unsatisfiable' });
  });

  it.each([
    undefined,
    '',
    'bytes=-',
    'bytes=5-4',
    'items=0-1',
    'bytes=a-b',
    'bytes=0-1,2-3',
    `bytes=${Array.from({ length: 10_000 }, () => '0-').join(',')}`,
    'bytes=99999999999999999999999999-',
  ])('%s asks for nothing that is sent in part', (header) => {
    expect(decideRange(header, 1000)).toEqual({ kind: 'whole' });
  });
});
