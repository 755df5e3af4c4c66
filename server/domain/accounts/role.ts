import type { Text } from '../language.ts';

/** What a person is in this system. One person may be several. */
export const ROLES = [
  'pemohon',
  'pelaporTerverifikasi',
  'petugasLayanan',
  'surveyor',
  'analis',
  'verifikator',
  'pejabatPenandatangan',
  'produsenData',
  'walidata',
  'pejabatPenghubung',
  'satpolPp',
  'lurah',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_TITLES: Readonly<Record<Role, Text>> = {
  pemohon: { id: 'Pemohon', en: 'Applicant' },
  pelaporTerverifikasi: { id: 'Pelapor terverifikasi', en: 'Verified reporter' },
  petugasLayanan: { id: 'Petugas layanan', en: 'Service officer' },
  surveyor: { id: 'Surveyor', en: 'Surveyor' },
  analis: { id: 'Analis', en: 'Analyst' },
  verifikator: { id: 'Verifikator', en: 'Verifier' },
  pejabatPenandatangan: { id: 'Pejabat penandatangan', en: 'Signing official' },
  produsenData: { id: 'Produsen data', en: 'Data producer' },
  walidata: { id: 'Walidata', en: 'Data custodian (walidata)' },
  pejabatPenghubung: { id: 'Pejabat penghubung', en: 'Liaison official' },
  satpolPp: { id: 'Satpol PP/PPNS', en: 'Civil service police (Satpol PP/PPNS)' },
  lurah: { id: 'Lurah', en: 'Head of kelurahan (lurah)' },
  auditor: { id: 'Auditor', en: 'Auditor' },
  administrator: { id: 'Administrator', en: 'Administrator' },
};

/** An account with none but these is nobody of the office. */
const OF_THE_PUBLIC: readonly Role[] = ['pemohon', 'pelaporTerverifikasi'];
/** Whether somebody with these roles works in the office, and can be a member of a unit. */
export const worksInOffice = (roles: readonly Role[]): boolean =>
  roles.some((role) => !OF_THE_PUBLIC.includes(role));
