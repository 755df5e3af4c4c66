import type { Language } from '#domain/language';
import { hasFaults } from '../features/krk/index.ts';
import type { ReadingContent } from './reading-data.ts';

const WORDS = {
  id: {
    error: 'Galat',
    unknown: 'Tidak ditemukan',
    received: 'Diterima',
    changed: 'Kunci diganti',
    erased: 'Dihapus',
    saved: 'Tersimpan',
  },
  en: {
    error: 'Error',
    unknown: 'Not found',
    received: 'Received',
    changed: 'Key changed',
    erased: 'Erased',
    saved: 'Saved',
  },
} as const;

/** What has become of what was sent: without a script a new page is all that tells, and its title is what is read out first. */
export function describeResult(content: ReadingContent, language: Language): string {
  const result = resultOf(content);
  return result === null ? '' : `${WORDS[language][result]}: `;
}

function resultOf(content: ReadingContent): keyof (typeof WORDS)['id'] | null {
  switch (content.page) {
    case 'reportForm':
      return content.problem !== null || content.faults.length > 0 ? 'error' : null;
    case 'report':
      if (content.problem !== null) return 'error';
      if (content.told === null) return 'unknown';
      if (content.linkFor !== null) return content.linkFor === 'new' ? 'received' : 'changed';
      return content.erased !== null ? 'erased' : content.isSaved ? 'saved' : null;
    case 'krkForm':
    case 'building':
      return content.problem === null ? null : 'error';
    case 'krkApplication':
      if (content.problem !== null || content.wrongPaper !== null || hasFaults(content)) return 'error';
      return content.isSaved ? 'saved' : null;
    case 'correction':
      return content.problem !== null || content.wrong.length > 0 ? 'error' : null;
    case 'case':
      return content.told === null ? 'unknown' : content.link === null ? null : 'received';
    default:
      return null;
  }
}
