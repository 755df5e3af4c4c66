import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '#domain/violation-case/policy';
import { type CaseSettings, caseSettingsSchema, EMPTY_CASE_SETTINGS } from '#domain/violation-case/settings';
import { caseEntryFaults, caseEntryOf, caseSettingsOf } from './case-settings-entry.ts';

const FULL: CaseSettings = {
  policy: { ...DEFAULT_POLICY, objectionDays: 14 },
  objectionBasis: 'CONTOH Pasal 1',
  objectionDesk: 'CONTOH Jl. Uji 1',
  letterPattern: 'S/{nomor:4}/{tahun}',
  signer: { office: 'CONTOH Dinas', title: 'CONTOH Kepala' },
};

test('settings come out of the form as they went in, and as the route takes them', () => {
  for (const settings of [FULL, EMPTY_CASE_SETTINGS]) {
    const entry = caseEntryOf(settings);
    expect(caseEntryFaults(entry)).toEqual([]);
    expect(caseSettingsSchema.parse(caseSettingsOf(entry))).toEqual(settings);
  }
});

test('a term is a whole number of days, and terms of objections say what they rest on', () => {
  const entry = caseEntryOf(FULL);
  for (const text of ['', '0', '366', '1,5', '-1'])
    expect(caseEntryFaults({ ...entry, replyDays: text }), text).toEqual(['replyDays']);
  for (const text of ['', '29', '3651'])
    expect(caseEntryFaults({ ...entry, keepReporterDays: text }), text).toEqual(['keepReporterDays']);
  for (const field of ['objectWithinDays', 'objectionDays', 'appealWithinDays'] as const)
    for (const text of ['', '0']) expect(caseEntryFaults({ ...entry, [field]: text })).toEqual([field]);
  expect(caseEntryFaults({ ...entry, objectionBasis: ' ' })).toEqual(['objectionBasis']);
});

test('a letter has a number of its own in each year, and whoever signs it has office and title', () => {
  const entry = caseEntryOf(FULL);
  expect(caseEntryFaults({ ...entry, letterPattern: 'S/{nomor}' })).toEqual(['letterPattern']);
  expect(caseEntryFaults({ ...entry, title: ' ' })).toEqual(['office']);
});
