import { describe, expect, test } from 'vitest';
import { cleanText, MAX_ATTRIBUTE_CHARACTERS, makeStorable } from './clean-text.ts';

describe('cleaning a text', () => {
  test.each([
    ['Perumahan Kepadatan Tinggi', 'Perumahan Kepadatan Tinggi', []],
    ['CafÃ©', 'Café', ['mojibake']],
    ['â€œRukoâ€\u009d', '“Ruko”', ['mojibake']],
    ['Å sepeda', 'Å sepeda', []],
    ['a\0b', 'ab', ['nul']],
    ['a\u0007b\tc', 'ab\tc', ['control']],
    ['jalan \ufffd', 'jalan \ufffd', ['undecodable']],
    ['x\ud800y', 'x\ufffdy', ['undecodable']],
  ])('%j becomes %j', (raw, text, defects) => {
    expect(cleanText(raw)).toEqual({ text, defects });
  });

  test('an oversized text is cut at the limit and named', () => {
    const { text, defects } = cleanText('x'.repeat(MAX_ATTRIBUTE_CHARACTERS + 1));
    expect(text).toHaveLength(MAX_ATTRIBUTE_CHARACTERS);
    expect(defects).toEqual(['oversized']);
  });

  test('what is stored untouched loses only what jsonb cannot hold', () => {
    expect(makeStorable('CafÃ©\0\ud800\u0007')).toBe('CafÃ©\ufffd\u0007');
  });
});
