import { expect, test } from 'vitest';
import { anAnswer, aPart } from '../../../tests/support/an-answer.ts';
import { answerBytes } from './answer-bytes.ts';

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

test('the bytes are those of JSON.stringify, the first time and from memory', () => {
  const answer = anAnswer({
    parts: [aPart(), aPart({ featureNo: 18, remark: 'DATA CONTOH – “dua”\u2028' })],
  });
  const twice = { ...answer, versions: [...answer.versions, ...answer.versions] };
  for (const asked of [answer, twice, { ...answer, parts: [], sources: [], versions: [] }]) {
    expect(textOf(answerBytes(asked))).toBe(JSON.stringify(asked));
    expect(textOf(answerBytes(asked))).toBe(JSON.stringify(asked));
  }
});

test('what is written from memory is only what is the same object', () => {
  const part = aPart();
  const shown = anAnswer({ parts: [part] });
  answerBytes(shown);
  const [group] = part.itbx;
  const other = anAnswer({
    parts: [{ ...part, itbx: group === undefined ? [] : [{ ...group, itbx: 'X' }] }],
  });
  expect(textOf(answerBytes(other))).toBe(JSON.stringify(other));
  expect(textOf(answerBytes(other))).not.toBe(JSON.stringify(shown));
});

test('a field without a value is left out, as JSON does', () => {
  const answer = { ...anAnswer(), neighbour: undefined } as unknown as ReturnType<typeof anAnswer>;
  expect(textOf(answerBytes(answer))).toBe(JSON.stringify(answer));
});
