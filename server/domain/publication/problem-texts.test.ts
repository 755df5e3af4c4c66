import { expect, test } from 'vitest';
import { exitCodeOf, importProblem, importProblemCodes } from './import-problem.ts';
import { problemText } from './problem-texts.ts';

test.each([...importProblemCodes])(
  '%s has one sentence in each language, no empty place, and an exit code',
  (code) => {
    const { id, en } = problemText(importProblem(code, {}));
    for (const sentence of [id, en]) {
      expect(sentence).toMatch(/^[A-Z].+\.$/s);
      expect(sentence).not.toMatch(/[{}]/);
    }
    expect([64, 65, 66, 69, 74, 75]).toContain(exitCodeOf(code));
  },
);
