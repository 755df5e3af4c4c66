import { outcomeLine, placeTitle, verdictWords } from '../features/lookup/place-words.ts';
import type { Reader } from '../locale/reader.tsx';
import type { PageData } from './page-data.ts';

export interface PageDescription {
  readonly title: string;
  readonly description: string;
}

/** Title and description of a page; demonstration data says so in the title, where a tab and a link show it. */
export function describePage(
  { city, content }: Pick<PageData, 'city' | 'content'>,
  reader: Reader,
): PageDescription {
  const { t } = reader;
  const product = `${t['app.name']} – ${city.name}`;
  const { answer } = content;
  if (answer === null) {
    return {
      title: `${t['app.title'](city.name)} – ${t['app.name']}`,
      description: t['app.description'](city.name),
    };
  }
  const place = placeTitle(answer, city.name, reader);
  const outcome = outcomeLine(answer, city.name, reader);
  const demo = answer.isDemo ? `${t['app.demo']}: ` : '';
  const asked = answer.parts[0]?.verdict?.activityName;
  const outcomes = new Set(
    answer.parts.map(({ verdict }) => (verdict === null ? t['itbx.unknown'] : verdictWords(verdict, reader))),
  );
  const verdict = asked === undefined ? '' : `${asked}: ${[...outcomes].join(', ')} – `;
  return {
    title: `${demo}${verdict}${place} – ${outcome} – ${product}`,
    description: `${demo}${place}: ${outcome}. ${t['app.description'](city.name)}`,
  };
}
