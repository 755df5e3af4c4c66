import type { Language } from '#domain/language';
import type { Answer } from '#domain/zoning/answer';
import { shareOrCopy } from '../../lib/share.ts';
import { textsIn } from '../../locale/feature-texts.ts';
import { textPageHref } from './links.ts';

const texts = textsIn({
  id: { copied: 'Tautan disalin.', failed: 'Tautan belum dapat disalin. Salin dari bilah alamat.' },
  en: { copied: 'Link copied.', failed: 'The link could not be copied. Take it from the address bar.' },
});

/**
 * Hands on the lasting address of an answer: the place, its day, and the question if one was asked.
 *
 * @returns what there is to say about it; nothing when the device said it itself
 */
export async function shareAnswer(answer: Answer, asked: string | null, language: Language): Promise<string> {
  const url = textPageHref(answer.place.point, answer.asOf, asked);
  const outcome = await shareOrCopy({ url, title: document.title });
  return outcome === 'copied' ? texts[language].copied : outcome === 'failed' ? texts[language].failed : '';
}
