import { PlaceForm } from '../features/search/place-form.tsx';
import { useReader } from '../locale/reader.tsx';
import { DemoRibbon } from '../ui/demo-ribbon.tsx';
import type { CityFacts, PageContent } from './page-data.ts';
import { PageHeader } from './page-header.tsx';
import { PROBLEM_TEXTS } from './problem-texts.ts';

/** An address without an answer: what happened, what to do, and the form to do it. */
export function ProblemPage({
  content,
  city,
  path,
}: {
  content: Extract<PageContent, { page: 'problem' }>;
  city: CityFacts;
  path: string;
}) {
  const { t } = useReader();
  const [title, body] = PROBLEM_TEXTS[content.problem];
  return (
    <div className="document">
      {city.isDemo && <DemoRibbon isRegion />}
      <PageHeader city={city.name} path={path} />
      <main className="document-main" id="isi">
        <h1>{t[title]}</h1>
        <p>{t[body]}</p>
        {content.offers.length > 0 && (
          <ul className="offers">
            {content.offers.map((offer) => (
              <li key={offer.href}>
                <a href={offer.href}>
                  {content.problem === 'swapped' ? t['notice.swap'](offer.label) : offer.label}
                </a>{' '}
                <span className="quiet">{offer.detail}</span>
              </li>
            ))}
          </ul>
        )}
        <PlaceForm typed={content.typed} />
        <p>
          <a href="/">{t['app.home']}</a>
        </p>
      </main>
    </div>
  );
}
