import type { Language, Text } from '#domain/language';

const NAMES: Readonly<Record<string, Text>> = {
  letterPattern: { id: 'Pola nomor surat', en: 'Pattern of letter numbers' },
  signer: { id: 'Kantor dan pejabat penandatangan surat', en: 'Office and official below letters' },
};

/** What a setting of cases is called. */
export const settingWords = (name: string, language: Language): string => NAMES[name]?.[language] ?? name;
