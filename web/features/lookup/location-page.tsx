import type { Answer } from '#domain/zoning/answer';
import type { CityFacts } from '../../app/page-data.ts';
import { PageHeader } from '../../app/page-header.tsx';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PlaceForm } from '../search/index.ts';
import { AnswerView } from './answer-view.tsx';
import { LinksContext, mapPageHref, textPageHref } from './links.ts';
import { WrongHere } from './remarks.tsx';
import { ShareButton } from './share-button.tsx';

/** The whole answer as a page of text: complete without JavaScript, without a map, and on paper. */
export function LocationPage({
  answer,
  city,
  path,
  on,
  today,
}: {
  answer: Answer;
  city: CityFacts;
  path: string;
  /** The date that the address asks for; null = today. */
  on: string | null;
  today: string;
}) {
  const { t } = useReader();
  const [lng, lat] = answer.place.point;
  return (
    <LinksContext
      value={{
        placeHref: (place) => textPageHref(place, on),
        on,
        today,
        asked: activityIn(path),
        ask: null,
        openTool: null,
      }}
    >
      <div className="document">
        <a className="skip" href="#isi">
          {t['app.skip']}
        </a>
        <PageHeader city={city.name} path={path} />
        <main className="document-main" id="isi" tabIndex={-1}>
          <AnswerView
            answer={answer}
            city={city.name}
            disclaimer={city.disclaimer}
            back={
              <a className="identity-back" aria-label={t['answer.onMap']} href={mapPageHref([lng, lat], on)}>
                <Icon name="pin" />
              </a>
            }
            actions={
              <p className="actions">
                <ShareButton answer={answer} />
                <button type="button" className="button only-with-script" onClick={() => window.print()}>
                  <Icon name="print" />
                  {t['answer.print']}
                </button>
                <a className="button" href={mapPageHref([lng, lat], on)}>
                  <Icon name="pin" />
                  {t['answer.onMap']}
                </a>
                <WrongHere answer={answer} />
              </p>
            }
          />
        </main>
        <footer className="document-footer">
          <PlaceForm typed="" />
          {city.attributions.map((line) => (
            <p key={line} className="quiet" lang="id">
              {line}
            </p>
          ))}
        </footer>
      </div>
    </LinksContext>
  );
}

/** The activity that an address asks about; null when none. */
function activityIn(path: string): string | null {
  const query = new URLSearchParams(path.slice(path.indexOf('?') + 1));
  const activity = (query.get('activity') ?? '').trim();
  return activity === '' ? null : activity;
}
