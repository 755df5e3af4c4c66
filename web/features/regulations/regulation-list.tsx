import type { RegulationSet } from '#domain/rules/regulation-text';
import type { ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { regulationHref } from '../../app/reading-links.ts';
import { formatDay } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { StatusMark } from './status-mark.tsx';
import { texts } from './texts.ts';

/** Every regulation that answers rest on, by rule set. */
export function RegulationList({ data, sets }: { data: ReadingData; sets: readonly RegulationSet[] }) {
  const { language } = useReader();
  const t = useTexts(texts);
  return (
    <ReadingFrame data={data} section="regulations" hasDate>
      <h1>{t.title}</h1>
      <p className="lead">{t.lead(data.city.name)}</p>
      {sets.length === 0 && <p className="unknown-block">{t.none}</p>}
      {sets.map((set) => (
        <section key={set.layerId} className="section" aria-labelledby={`set-${set.layerId}`}>
          <h2 id={`set-${set.layerId}`} lang="id">
            {set.title}
          </h2>
          <p className="quiet">
            <span lang="id">{set.decree}</span>, {t.validFrom(formatDay(set.validFrom, language))}
          </p>
          <ul className="cards">
            {set.regulations.map(({ regulation, articleCount, plans }) => (
              <li key={regulation.regulationId}>
                <a href={regulationHref(set.layerId, regulation.regulationId, data.on)} lang="id">
                  {regulation.title}
                </a>
                <p className="quiet">
                  <StatusMark status={regulation.status} /> · {t.articleCount(articleCount)}
                  {plans.length > 0 && (
                    <>
                      {' '}
                      · {t.plans} <span lang="id">{plans.join(', ')}</span>
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </ReadingFrame>
  );
}
