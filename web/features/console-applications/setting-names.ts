import type { SettingName } from '#domain/krk/settings';
import type { Language, Text } from '#domain/language';

const NAMES: Readonly<Record<SettingName, Text>> = {
  papers: { id: 'Daftar berkas', en: 'List of papers' },
  serviceDays: { id: 'Waktu layanan', en: 'Time of the service' },
  objectionDays: { id: 'Waktu keberatan', en: 'Time of an objection' },
  fee: { id: 'Biaya', en: 'Fee' },
  validity: { id: 'Masa berlaku', en: 'Validity' },
  numberPattern: { id: 'Pola nomor', en: 'Pattern of numbers' },
  signer: { id: 'Kantor dan pejabat', en: 'Office and official' },
  closingText: { id: 'Teks penutup', en: 'Closing text' },
  draftRetentionDays: { id: 'Lama penyimpanan draf', en: 'How long drafts are kept' },
  retentionDays: { id: 'Lama penyimpanan data pribadi', en: 'How long personal data is kept' },
};

/** What a setting of the service is called. */
export const settingName = (name: string, language: Language): string =>
  NAMES[name as SettingName]?.[language] ?? name;
