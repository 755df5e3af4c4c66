import type { BenchRow } from '../row.ts';
import { measureAnswers } from './answers.ts';

/** What `npm run bench -- <area>` can measure. */
export const areas: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  answers: measureAnswers,
};
