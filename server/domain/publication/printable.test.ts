import { expect, test } from 'vitest';
import { importProblem } from './import-problem.ts';
import { printable } from './printable.ts';
import { problemText } from './problem-texts.ts';

test('a code of a foreign file can neither steer the terminal nor begin a line of the report', () => {
  expect(printable('R-1\n0 disisihkan\r\nok')).toBe('R-1 0 disisihkan ok');
  expect(printable('\u001b[2J\u009b31m\u202eR-1')).toBe('\ufffd[2J\ufffd31m\ufffdR-1');
  expect(printable('Kelurahan Sepinggan – Ünit 3')).toBe('Kelurahan Sepinggan – Ünit 3');
});

test('nor can a layer name in a refusal', () => {
  const { id } = problemText(importProblem('layerChoiceNeeded', { layers: 'a\u001b]0;x\u0007 | b\nc' }));
  expect(id).toContain('a\ufffd]0;x\ufffd | b c');
});
