import { expect, it } from 'vitest';
import { readForm } from '#domain/krk/application-form';
import { faultWords } from './fault-words.ts';
import { formTexts } from './form-texts.ts';

it('every field that can be wrong says in its own words what is', () => {
  const wrong = readForm({
    'applicant.kind': 'legalBody',
    'applicant.person.nik': '12',
    'applicant.person.email': 'siti@',
    'applicant.businessNib': '1',
    'landProof.kind': 'surat',
    'landProof.parcelNib': '2',
    'ground.from': 'coordinates',
    'ground.corners': '-1.2, 116.8\n-1.2, 116.81\n-1.19, 116.81',
    'plannedUse.floors': '1,5',
    'plannedUse.basementFloors': 'dua',
    'plannedUse.heightM': '-3',
    'plannedUse.footprintM2': 'luas',
  });
  const business = readForm({
    'plannedUse.kbli1': '1',
    'plannedUse.floors1': 'x',
    'plannedUse.floorAreaM21': 'y',
  });
  const proxy = readForm({ 'applicant.kind': 'proxy', 'applicant.person.name': 'CONTOH' });
  const faults = [...wrong.faults, ...business.faults, ...proxy.faults];
  expect(faults.length).toBeGreaterThan(18);
  for (const language of ['id', 'en'] as const)
    for (const fault of faults)
      expect(faultWords(fault, formTexts[language]), fault).not.toBe(formTexts[language].toMend);
  expect(faultWords('ground.corners.swapped', formTexts.id)).toBe(formTexts.id['wrong.swapped']);
  expect(faultWords('plannedUse.floorAreaM21', formTexts.id)).toBe(formTexts.id['wrong.measure']);
});
