import { expect, test } from 'vitest';
import { assessmentEntrySchema } from '#domain/violation-case/assessment';
import {
  type AssessmentDraft,
  assessmentFaults,
  assessmentOf,
  EMPTY_ASSESSMENT,
  newFinding,
} from './assessment-entry.ts';

const broken = { ...newFinding(), stated: '5 m', found: '1,25 m', article: 'CONTOH Ps 1', isBroken: true };
const proven: AssessmentDraft = {
  outcome: 'terbukti',
  summary: 'Garis sempadan dilanggar.',
  findings: [broken],
  sanctions: ['peringatanTertulis'],
  forwardTo: 'tertinggal dari pilihan sebelumnya',
};

test('an assessment that is whole is what the route takes, without what belonged to another outcome', () => {
  expect(assessmentFaults(proven, true)).toEqual([]);
  expect(assessmentEntrySchema.parse(assessmentOf(proven))).toMatchObject({
    forwardTo: null,
    sanctions: ['peringatanTertulis'],
  });
  const cleared = { ...proven, outcome: 'tidakTerbukti', findings: [] } as const;
  expect(assessmentOf(cleared)?.sanctions).toEqual([]);
});

test('what is missing is named: an outcome, words, a field of a rule, whoever decides', () => {
  expect(assessmentFaults(EMPTY_ASSESSMENT, true)).toEqual(['outcome', 'summary']);
  expect(assessmentFaults({ ...proven, findings: [{ ...broken, found: ' ' }] }, true)).toEqual([
    `${broken.key}.found`,
  ]);
  const elsewhere = { ...proven, outcome: 'bukanKewenangan', findings: [], forwardTo: '' } as const;
  expect(assessmentFaults(elsewhere, true)).toEqual(['forwardTo']);
});

test('nobody is found to have broken a rule without a broken rule, or by somebody who was not there', () => {
  expect(assessmentFaults({ ...proven, findings: [] }, true)).toEqual(['findings']);
  expect(assessmentFaults(proven, false)).toEqual(['inspection']);
  expect(assessmentFaults({ ...proven, outcome: 'tidakTerbukti' }, true)).toEqual(['findings']);
});
