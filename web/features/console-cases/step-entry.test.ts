import { describe, expect, test } from 'vitest';
import { caseStepBodySchema } from '#domain/violation-case/case-answers';
import { CASE_RULES, caseRule } from '#domain/violation-case/states';
import {
  asksOf,
  bodyOf,
  EMPTY_ENTRY,
  entryFaults,
  readDays,
  readRupiah,
  type StepEntry,
} from './step-entry.ts';

const FULL: StepEntry = {
  reason: 'Alasan yang cukup.',
  article: 'CONTOH Pasal 1',
  serviceClass: 'normatif',
  unitId: '00000000-0000-4000-8000-000000000001',
  officerId: '',
  assignmentCheck: '',
  outcome: 'dataKurang',
  forwardTo: '',
  pause: 'menungguAhli',
  pauseUntil: '2026-12-10',
  objectedOn: '2026-11-30',
  target: ' lap-7k3mq-99999 ',
  sanctionKind: 'peringatanTertulis',
  obligation: 'Bongkar bagian yang melewati garis.',
  termDays: '14',
  amount: '',
  fprNote: '',
  closing: 'prosesHukum',
  answer: 'Jawaban akhir uji.',
  targetSeen: 'LAP-7K3MQ-99999',
  photoId: '00000000-0000-4000-8000-000000000002',
  reportIds: ['0b7c0000-0000-4000-8000-000000000001'],
};

test('what the table asks of a step is asked, and what is filled in is what the route takes', () => {
  for (const rule of CASE_RULES) {
    const asked = rule.needs.filter((need) => need !== 'assessment');
    expect(entryFaults(rule, EMPTY_ENTRY).length, rule.step).toBeGreaterThanOrEqual(asked.length);
    expect(entryFaults(rule, FULL), rule.step).toEqual([]);
    expect(caseStepBodySchema.safeParse(bodyOf(rule, FULL)).success, rule.step).toBe(true);
  }
});

describe('what belongs together', () => {
  test('nobody joins into a case that was not shown to them', () => {
    const join = caseRule('join');
    expect(entryFaults(join, { ...FULL, targetSeen: '' })).toEqual(['target']);
    expect(entryFaults(join, { ...FULL, target: 'LAP-7K3MQ-88888' })).toEqual(['target']);
  });

  test('a case about somebody of the government is given away with a reason, and no other', () => {
    const dispose = caseRule('dispose');
    for (const about of [
      { isWithheld: true, conflicts: [] },
      { isWithheld: false, conflicts: [{} as never] },
    ]) {
      expect(entryFaults(dispose, FULL, asksOf(about))).toEqual(['assignmentCheck']);
      const said = { ...FULL, assignmentCheck: ' Unit lain, sudah ditanyakan. ' };
      expect(entryFaults(dispose, said, asksOf(about))).toEqual([]);
      expect(bodyOf(dispose, said).assignmentCheck).toBe('Unit lain, sudah ditanyakan.');
    }
    expect(entryFaults(dispose, FULL, asksOf({ isWithheld: false, conflicts: [] }))).toEqual([]);
    expect(bodyOf(dispose, FULL)).not.toHaveProperty('assignmentCheck');
  });

  test('“not for the city” names who it is for; of another outcome nobody is sent', () => {
    const elsewhere = { ...FULL, outcome: 'bukanKewenangan' } as const;
    expect(entryFaults(caseRule('dismiss'), elsewhere)).toEqual(['forwardTo']);
    const named = { ...elsewhere, forwardTo: 'CONTOH Balai' };
    expect(bodyOf(caseRule('dismiss'), named)).toMatchObject({ forwardTo: 'CONTOH Balai' });
    expect(bodyOf(caseRule('dismiss'), { ...named, outcome: 'dataKurang' })).not.toHaveProperty('forwardTo');
  });

  test('a warning has a term, a fine an amount, and no other sanction is sent with one', () => {
    const rule = caseRule('impose');
    expect(entryFaults(rule, { ...FULL, termDays: '' })).toEqual(['termDays']);
    expect(entryFaults(rule, { ...FULL, sanctionKind: 'pembongkaran', termDays: '' })).toEqual([]);
    expect(entryFaults(rule, { ...FULL, sanctionKind: 'pembongkaran', termDays: '0' })).toEqual(['termDays']);
    const fine = { ...FULL, sanctionKind: 'dendaAdministratif', amount: '5 juta' } as const;
    expect(entryFaults(rule, fine)).toEqual(['amount']);
    expect(bodyOf(rule, { ...fine, amount: '5.000.000' }).sanction?.amountRupiah).toBe(5_000_000);
    expect(bodyOf(rule, { ...FULL, amount: '5.000.000' }).sanction?.amountRupiah).toBeNull();
    expect(entryFaults(rule, { ...FULL, fprNote: 'BA' })).toEqual(['fprNote']);
    expect(bodyOf(rule, FULL).sanction?.fprNote).toBeNull();
  });

  test('“fixed” needs a photo, and only then one is sent', () => {
    const fixed = { ...FULL, closing: 'dibongkar' } as const;
    expect(entryFaults(caseRule('close'), { ...fixed, photoId: '' })).toEqual(['photoId']);
    const shown = { ...fixed, photoId: FULL.unitId };
    expect(bodyOf(caseRule('close'), shown)).toMatchObject({ photoId: FULL.unitId });
    expect(bodyOf(caseRule('close'), { ...shown, closing: 'prosesHukum' })).not.toHaveProperty('photoId');
  });
});

test('a ticket is sent as it is written on paper', () =>
  expect(bodyOf(caseRule('join'), FULL).target).toBe('LAP-7K3MQ-99999'));

test.each([
  ['14', 14],
  ['365', 365],
  ['0', null],
  ['366', null],
  ['1,5', null],
  ['-3', null],
  ['', null],
])('a term of “%s” is %s', (text, days) => expect(readDays(text)).toBe(days));

test.each([
  ['5000000', 5_000_000],
  ['5.000.000', 5_000_000],
  ['5.000,50', null],
  ['5.00', null],
  ['1,000', null],
  ['0', null],
  ['1000000000001', null],
])('an amount of “%s” is %s', (text, amount) => expect(readRupiah(text)).toBe(amount));
