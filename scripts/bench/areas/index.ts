import type { BenchRow } from '../row.ts';
import { measureAnswers } from './answers.ts';
import { measureKrk } from './krk.ts';
import { measurePage } from './page.ts';
import { measureStaff } from './staff.ts';

/** What `npm run bench -- <area>` can measure. */
export const areas: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  answers: measureAnswers,
  krk: measureKrk,
  page: measurePage,
  staff: measureStaff,
};
