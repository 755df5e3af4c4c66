import { expect, it } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { draftFaults, EMPTY_DRAFT, personSchema } from './application.ts';
import { patternFault, writeNumber } from './numbering.ts';
import { maskNik, nikFault } from './personal.ts';
import {
  DEMO_SETTINGS,
  EMPTY_SETTINGS,
  missingSettings,
  serviceSettingsSchema,
  settingsInForce,
} from './settings.ts';

it('a number is written by the pattern of the office, with the month of its signing', () => {
  expect(writeNumber('{nomor:4}/KRK/{bulanRomawi}/{tahun}', 7, '2026-11-30')).toBe('0007/KRK/XI/2026');
  expect(writeNumber('600.{nomor}.{bulan}.{tahun}', 12345, '2027-01-02')).toBe('600.12345.01.2027');
});

it('a pattern that would give two documents one number is none', () => {
  expect(patternFault('KRK/{tahun}')).toBe('numberMissing');
  expect(patternFault('{nomor}/KRK')).toBe('yearMissing');
  expect(patternFault('{nomor}/{hari}/{tahun}')).toBe('unknownToken');
  expect(patternFault('{nomor:4}/{tahun}')).toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 }), (one, other) => {
      const write = (sequence: number) => writeNumber('{nomor:3}/{tahun}', sequence, '2026-01-01');
      expect(write(one) === write(other)).toBe(one === other);
    }),
  );
});

it('what the office has not set is empty, and a step that needs it names it', () => {
  expect(missingSettings('sign', EMPTY_SETTINGS)).toEqual(['numberPattern', 'signer', 'validity']);
  expect(missingSettings('propose', EMPTY_SETTINGS)).toEqual([]);
  expect(serviceSettingsSchema.parse(EMPTY_SETTINGS)).toEqual(EMPTY_SETTINGS);
});

it('the demonstration has settings that say so, and only where the office has set nothing and the city is a demonstration', () => {
  expect(settingsInForce(EMPTY_SETTINGS, false)).toEqual({ settings: EMPTY_SETTINGS, isDemo: false });
  expect(settingsInForce(EMPTY_SETTINGS, true)).toEqual({ settings: DEMO_SETTINGS, isDemo: true });
  const own = { ...EMPTY_SETTINGS, serviceDays: 3 };
  expect(settingsInForce(own, true)).toEqual({ settings: own, isDemo: false });
  expect(serviceSettingsSchema.parse(DEMO_SETTINGS)).toEqual(DEMO_SETTINGS);
  expect(missingSettings('sign', DEMO_SETTINGS)).toEqual([]);
  const words = [
    ...DEMO_SETTINGS.papers!.map(({ name }) => name),
    DEMO_SETTINGS.fee,
    DEMO_SETTINGS.signer!.office,
    DEMO_SETTINGS.signer!.title,
    DEMO_SETTINGS.numberPattern,
    DEMO_SETTINGS.closingText,
  ];
  expect(words.filter((word) => !/CONTOH|UJI/.test(word!))).toEqual([]);
});

it('a NIK has sixteen digits with a birthday in them, and staff see its ends', () => {
  expect(nikFault('6471014107900001')).toBeNull();
  expect(nikFault('647101410790001')).toBe('digits');
  expect(nikFault('6471013213900001')).toBe('birthday');
  expect(nikFault('6471014107900000')).toBe('birthday');
  expect(maskNik('3271014107900001')).toBe('3271**********01');
  expect(maskNik('123')).toBe('***');
});

it('a number of the land that is given as the number of the business is noticed', () => {
  const person = personSchema.parse({
    name: 'CONTOH Pemohon',
    nik: '6471014107900001',
    address: 'Jalan Contoh 1',
    phone: '0812 0000 0000',
    email: null,
  });
  const applicant = {
    kind: 'legalBody' as const,
    person,
    bodyName: 'PT Contoh',
    deedNumber: null,
    businessNib: '1234567890123',
  };
  const landProof = { kind: 'imtn' as const, number: 'IMTN 1', parcelNib: '1234567890123' };
  expect(draftFaults({ ...EMPTY_DRAFT, applicant, landProof })).toEqual(['ground', 'plannedUse', 'nibTwice']);
  expect(draftFaults({ ...EMPTY_DRAFT, applicant, landProof: { ...landProof, parcelNib: null } })).toEqual([
    'ground',
    'plannedUse',
  ]);
});
