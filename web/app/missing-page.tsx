import { PlaceForm } from '../features/search/place-form.tsx';
import { useTexts } from '../locale/feature-texts.ts';
import type { ReadingContent, ReadingData } from './reading-data.ts';
import { ReadingFrame, type Section } from './reading-frame.tsx';
import { readingTexts } from './reading-texts.ts';

type Missing = Extract<ReadingContent, { page: 'missing' }>;

const SECTION_OF: Readonly<Record<Missing['what'], Section>> = {
  regulation: 'regulations',
  term: 'glossary',
  kelurahan: 'kelurahan',
  block: 'kelurahan',
  place: 'map',
  day: 'map',
  server: 'map',
};

/** An address for reading that leads nowhere: what was asked, what may have been meant, and where to look. */
export function MissingPage({ data, content }: { data: ReadingData; content: Missing }) {
  const t = useTexts(readingTexts);
  return (
    <ReadingFrame
      data={data}
      section={SECTION_OF[content.what]}
      hasDate={content.what !== 'term'}
      isUseful={false}
    >
      <h1>{t[`missing.${content.what}`]}</h1>
      {content.asked !== '' && <p className="quiet">{t['missing.asked'](content.asked)}</p>}
      <p>{t[`missing.${content.what}Help`]}</p>
      {content.offers.length > 0 && (
        <section aria-labelledby="mungkin-title">
          <h2 id="mungkin-title">{t['missing.offers']}</h2>
          <ul className="offers">
            {content.offers.map(({ label, href }) => (
              <li key={href}>
                <a href={href} lang="id">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <PlaceForm typed="" />
    </ReadingFrame>
  );
}
