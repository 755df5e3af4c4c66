import { expect, test } from 'vitest';
import { type AnswerMove, unansweredIn } from './answered.ts';

const move = (step: AnswerMove['step'], unanswered: string[] | null = null): AnswerMove => ({
  step,
  unanswered,
});

test.each<[string, AnswerMove[], string[]]>([
  ['all, before anybody was answered', [move('open'), move('verify')], ['a', 'b']],
  ['the other one, after an answer to one', [move('verify'), move('reply', ['b']), move('dispose')], ['b']],
  ['nobody, after one to all', [move('verify'), move('reply', [])], []],
  ['nobody, after one of before it was kept', [move('verify'), move('reply')], []],
  ['who came along by a join', [move('verify'), move('reply', []), move('takeIn', ['b'])], ['b']],
  ['all, once it was opened again', [move('verify'), move('reply', []), move('reopen')], ['a', 'b']],
])('an answer is owed to %s', (_, moves, owed) => {
  expect(unansweredIn(moves, ['a', 'b'])).toEqual(owed);
});
