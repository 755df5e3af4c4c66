import { expect, it } from 'vitest';
import { DEMO_SETTINGS, EMPTY_SETTINGS, serviceSettingsSchema } from '#domain/krk/settings';
import { entryFaults, entryOf, newPaperId, settingsOf } from './settings-entry.ts';

it('settings come back from the form as they went in, and what is empty stays empty', () => {
  for (const settings of [
    EMPTY_SETTINGS,
    DEMO_SETTINGS,
    { ...EMPTY_SETTINGS, papers: [], validity: { kind: 'days' as const, days: 90 }, retentionDays: 365 },
  ]) {
    expect(entryFaults(entryOf(settings))).toEqual([]);
    expect(settingsOf(entryOf(settings))).toEqual(settings);
    expect(serviceSettingsSchema.safeParse(settingsOf(entryOf(settings))).success).toBe(true);
  }
});

it('what the server would refuse is said at its field', () => {
  const entry = {
    ...entryOf(EMPTY_SETTINGS),
    serviceDays: '0',
    objectionDays: '1,5',
    validity: 'days' as const,
    numberPattern: 'KRK/{tahun}',
    office: 'Dinas (uji)',
    papers: [{ id: 'ktp', name: ' ', isRequired: true, isPersonal: true }],
  };
  expect(entryFaults(entry)).toEqual([
    { field: 'serviceDays', most: 365 },
    { field: 'objectionDays', most: 365 },
    { field: 'validityDays', most: 36_500 },
    { field: 'numberPattern', why: 'numberMissing' },
    { field: 'signer' },
    { field: 'paper', id: 'ktp' },
  ]);
});

it('a new paper takes no name of another', () => {
  const paper = { name: 'x', isRequired: false, isPersonal: false };
  expect(newPaperId([])).toBe('berkas-1');
  expect(newPaperId([{ ...paper, id: 'berkas-2' }])).toBe('berkas-3');
});
