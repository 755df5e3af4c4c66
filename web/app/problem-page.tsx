import { PlaceForm } from '../features/search/place-form.tsx';
import { useTexts } from '../locale/feature-texts.ts';
import { useReader } from '../locale/reader.tsx';
import { problemTexts } from './problem-texts.ts';
import type { ReadingContent, ReadingData } from './reading-data.ts';
import { ReadingFrame } from './reading-frame.tsx';

/** An address without an answer: what happened, what to do, and the form to do it. */
export function ProblemPage({
  data,
  content: { problem, typed, offers },
}: {
  data: ReadingData;
  content: Extract<ReadingContent, { page: 'problem' }>;
}) {
  const { t } = useReader();
  const own = useTexts(problemTexts);
  return (
    <ReadingFrame data={data} section="map" hasDate={false} isUseful={false}>
      <h1>{own[problem]}</h1>
      <p>{own[`${problem}Help`]}</p>
      {offers.length > 0 && (
        <ul className="offers">
          {offers.map((offer) => (
            <li key={offer.href}>
              <a href={offer.href}>{problem === 'swapped' ? t['notice.swap'](offer.label) : offer.label}</a>{' '}
              <span className="quiet">
                {offer.kind !== undefined && t[`search.kind.${offer.kind}`]} {offer.detail}
              </span>
            </li>
          ))}
        </ul>
      )}
      <PlaceForm typed={typed} />
      <p>
        <a href="/">{t['app.home']}</a>
      </p>
    </ReadingFrame>
  );
}
