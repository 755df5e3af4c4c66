import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '#domain/violation-case/policy';
import { type CaseSettings, caseSettingsSchema, EMPTY_CASE_SETTINGS } from '#domain/violation-case/settings';
import { caseEntryFaults, caseEntryOf, caseSettingsOf } from './case-settings-entry.ts';

const FULL: CaseSettings = {
  policy: { ...DEFAULT_POLICY, objectionDays: 14 },
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

test('a term is a whole number of days; only that of an objection may be left open', () => {
  const entry = caseEntryOf(FULL);
  for (const text of ['', '0', '366', '1,5', '-1'])
    expect(caseEntryFaults({ ...entry, replyDays: text }), text).toEqual(['replyDays']);
  for (const text of ['', '29', '3651'])
    expect(caseEntryFaults({ ...entry, keepReporterDays: text }), text).toEqual(['keepReporterDays']);
  expect(caseEntryFaults({ ...entry, objectionDays: '' })).toEqual([]);
  expect(caseEntryFaults({ ...entry, objectionDays: '0' })).toEqual(['objectionDays']);
});

test('a letter has a number of its own in each year, and whoever signs it has office and title', () => {
  const entry = caseEntryOf(FULL);
  expect(caseEntryFaults({ ...entry, letterPattern: 'S/{nomor}' })).toEqual(['letterPattern']);
  expect(caseEntryFaults({ ...entry, title: ' ' })).toEqual(['office']);
});
