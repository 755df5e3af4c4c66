import { expect, it } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { readCorners, readForm, writeCorners } from './application-form.ts';

const filled = {
  'applicant.kind': 'self',
  'applicant.person.name': 'CONTOH Pemohon',
  'applicant.person.nik': '6471 0141 0790 0001',
  'applicant.person.address': 'Jalan Contoh 1',
  'applicant.person.phone': '0812 0000 0000',
  'landProof.kind': 'imtn',
  'landProof.number': 'IMTN 12/2020',
  'ground.from': 'parcel',
  'ground.nib': '9999000000001',
  'plannedUse.description': 'Rumah tinggal dua lantai',
  'plannedUse.kbli1': '41011',
  'plannedUse.kbli3': '47.111',
  'plannedUse.floors3': '1',
  'plannedUse.floorAreaM23': '1.200,5',
  'plannedUse.floors': '2',
  'plannedUse.floorAreaM2': '1.234,5',
};

it('reads a filled form', () => {
  const { draft, faults } = readForm(filled);
  expect(faults).toEqual([]);
  expect(draft.applicant).toMatchObject({ kind: 'self', person: { nik: '6471014107900001', email: null } });
  expect(draft.landProof).toEqual({ kind: 'imtn', number: 'IMTN 12/2020', parcelNib: null });
  expect(draft.ground).toEqual({ from: 'parcel', nib: '9999000000001' });
  expect(draft.plannedUse).toMatchObject({
    kbli: ['41011', '47111'],
    shares: [{ kbli: '47111', floors: 1, floorAreaM2: 1200.5 }],
    floors: 2,
    floorAreaM2: 1234.5,
    heightM: null,
  });
});

it('a part that nobody began is missing, a part that is wrong is named by its field', () => {
  expect(readForm({ 'applicant.kind': 'proxy', 'landProof.kind': 'ajb' })).toEqual({
    draft: { applicant: null, landProof: null, ground: null, plannedUse: null },
    faults: [],
  });
  const { draft, faults } = readForm({
    ...filled,
    'applicant.person.nik': '123',
    'landProof.parcelNib': '12',
    'plannedUse.floors': 'dua',
  });
  expect(draft).toMatchObject({ applicant: null, landProof: null, plannedUse: null });
  expect(faults).toEqual(['applicant.person.nik', 'landProof.parcelNib', 'plannedUse.floors']);
});

it('an address that no mail server takes is wrong at its own field', () => {
  const email = (letters: number) => `${'a'.repeat(letters)}@contoh.example`;
  const faultsOf = (fields: object) => readForm({ ...filled, ...fields }).faults;
  expect(faultsOf({ 'applicant.person.email': email(64) })).toEqual([]);
  expect(faultsOf({ 'applicant.person.email': email(65) })).toEqual(['applicant.person.email']);
  const proxy = {
    'applicant.kind': 'proxy',
    'applicant.principal.name': 'CONTOH Pemberi Kuasa',
    'applicant.principal.nik': '6471014107900001',
    'applicant.principal.address': 'Jalan Contoh 2',
    'applicant.principal.phone': '0812 0000 0001',
  };
  expect(faultsOf({ ...proxy, 'applicant.principal.email': email(64) })).toEqual([]);
  expect(faultsOf({ ...proxy, 'applicant.principal.email': email(70) })).toEqual([
    'applicant.principal.email',
  ]);
});

it('a line for a business is wrong at its own field', () => {
  const { draft, faults } = readForm({
    ...filled,
    'plannedUse.kbli2': '4711',
    'plannedUse.floors4': '2',
    'plannedUse.floorAreaM23': 'luas',
  });
  expect(draft.plannedUse).toBeNull();
  expect(faults).toEqual(['plannedUse.kbli2', 'plannedUse.floorAreaM23', 'plannedUse.kbli4']);
});

it('whoever comes for somebody else says for whom', () => {
  const { faults } = readForm({ ...filled, 'applicant.kind': 'proxy' });
  expect(faults.every((fault) => fault.startsWith('applicant.principal.'))).toBe(true);
  expect(faults.length).toBeGreaterThan(0);
});

it('corners are longitude first, in any of the ways that people type them, and the ring is closed', () => {
  const ring = [
    [116.8, -1.2],
    [116.81, -1.2],
    [116.81, -1.19],
    [116.8, -1.2],
  ];
  expect(readCorners('116.8, -1.2\n116.81,-1.2\n116,81; -1,19')).toEqual(ring);
  expect(readCorners(writeCorners(ring))).toEqual(ring);
  expect(readCorners('-1.2, 116.8\n-1.2, 116.81\n-1.19, 116.81')).toBe('swapped');
  expect(readCorners('-1.2, 116.8\n-1.2, 116.81\n-1.19, 116.81', true)).toEqual(ring);
  expect(readCorners('116.8, -1.2\n116.81, -1.2\n116.81, -1.19', true)).toBe('swapped');
  expect(readCorners('116.8, -1.2\n116.81, -1.2')).toBe('unreadable');
  expect(readCorners('116.8, -1.2, 3\nx')).toBe('unreadable');
  expect(readCorners(' \n')).toBeNull();
});

it('no text breaks the reading of a form', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...Object.keys(filled), 'ground.corners'), fc.string()),
      (fields) => {
        readForm(fields);
        readForm({ ...fields, 'ground.from': 'coordinates' });
      },
    ),
  );
});
