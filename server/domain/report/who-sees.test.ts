import { expect, test } from 'vitest';
import { RIGHTS } from '../accounts/rights.ts';
import { ROLES } from '../accounts/role.ts';
import { OPENED_BY, type ReportPart, readersOf } from './who-sees.ts';

const PARTS = Object.keys(OPENED_BY) as ReportPart[];

test('whoever has a right to a part of a report that is not their own is named to its reporter, and nobody else', () => {
  for (const part of PARTS) {
    const named = readersOf(part).map(({ role }) => role);
    for (const role of ROLES) {
      const has = OPENED_BY[part].some((action) => {
        const reach = (RIGHTS[action] as Readonly<Record<string, string | undefined>>)[role];
        return reach !== undefined && reach !== 'own';
      });
      expect(named.includes(role), `${part} ${role}`).toBe(has);
    }
  }
});

test('who sent a report is for two roles; whoever goes out, judges or audits is none of them', () => {
  expect(readersOf('person')).toEqual([
    { role: 'petugasLayanan', isLocal: false },
    { role: 'pejabatPenghubung', isLocal: false },
  ]);
  expect(readersOf('messages')).toEqual(readersOf('person'));
  expect(readersOf('report')).toContainEqual({ role: 'lurah', isLocal: true });
});
