import type { BenchRow } from '../row.ts';
import { measureAnswers } from './answers.ts';
import { measureKrk } from './krk.ts';
import { measurePage, PAGE_PARTS } from './page.ts';
import { measureReports } from './reports.ts';
import { measureStaff, STAFF_PARTS } from './staff.ts';

interface Area {
  /** What of it can be measured by itself, to look at one thing again and again. */
  readonly parts: readonly string[];
  /** @param parts those that are wanted; none: everything */
  measure(parts: readonly string[]): Promise<BenchRow[]>;
}

/** What `npm run bench -- <area> [<part> …]` can measure. */
export const areas: Readonly<Record<string, Area>> = {
  answers: { parts: [], measure: measureAnswers },
  krk: { parts: [], measure: measureKrk },
  page: { parts: PAGE_PARTS, measure: measurePage },
  reports: { parts: [], measure: measureReports },
  staff: { parts: STAFF_PARTS, measure: measureStaff },
};
