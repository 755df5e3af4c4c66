import type { ErasedReporter } from '#domain/report/report-answers';

const ERASED = ['messages', 'photos', 'disputes', 'browsers'] as const;

/** What was erased, as the address of the next page carries it: numbers, and nothing else. */
export const erasedWords = (erased: ErasedReporter): string =>
  [Number(erased.identity), ...ERASED.map((what) => erased[what])].join('-');

/** The same out of an address; null for what is none. */
export function erasedIn(text: string | undefined): ErasedReporter | null {
  const counts = /^[01](-\d{1,4}){4}$/.test(text ?? '') ? (text ?? '').split('-').map(Number) : null;
  if (counts === null) return null;
  const [identity = 0, messages = 0, photos = 0, disputes = 0, browsers = 0] = counts;
  return { identity: identity === 1, messages, photos, disputes, browsers };
}
