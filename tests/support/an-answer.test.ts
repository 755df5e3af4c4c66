import { expect, test } from 'vitest';
import { answerSchema } from '#domain/zoning/answer';
import { THEMES } from '#domain/zoning/theme';
import { anAnswer } from './an-answer.ts';

test('the answer of the factory is an answer, with every theme in exactly one list', () => {
  const answer = answerSchema.parse(anAnswer());
  const listed = [...answer.themes.concerned, ...answer.themes.notConcerned, ...answer.themes.noData];
  expect(listed.map((row) => row.code).sort()).toEqual(THEMES.map((theme) => theme.code).sort());
});
