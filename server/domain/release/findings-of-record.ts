import type { Text } from '../language.ts';
import type { FoundSort } from './layer-findings.ts';
import type { CORE_FIELDS } from './layer-record.ts';

type CoreField = (typeof CORE_FIELDS)[number];

const WORDS: Readonly<Record<CoreField, Text>> = {
  abstract: { id: 'ringkasan', en: 'abstract' },
  producer: { id: 'produsen data', en: 'producer' },
  walidata: { id: 'walidata', en: 'walidata' },
  kugiClass: { id: 'kelas KUGI', en: 'KUGI class' },
  crs: { id: 'sistem koordinat sumber', en: 'coordinate system of the source' },
  updateCycle: { id: 'siklus pembaruan', en: 'update cycle' },
  legalBasis: { id: 'dasar hukum', en: 'legal basis' },
  licence: { id: 'lisensi', en: 'licence' },
  contact: { id: 'narahubung', en: 'contact' },
};

/** What the catalogue cannot do without and nobody has said of a layer: whoever publishes it must have seen that. */
export function findingsOfRecord(missing: readonly CoreField[]): FoundSort[] {
  if (missing.length === 0) return [];
  const names = (language: keyof Text): string => missing.map((field) => WORDS[field][language]).join(', ');
  return [
    {
      code: 'recordIncomplete',
      severity: 'warns',
      text: {
        id: `Keterangan lapisan belum lengkap, wajib untuk katalog (SNI 8843): ${names('id')}.`,
        en: `The record of the layer is not complete, as the catalogue needs it (SNI 8843): ${names('en')}.`,
      },
      count: 1,
      totalM2: null,
      list: [],
    },
  ];
}
