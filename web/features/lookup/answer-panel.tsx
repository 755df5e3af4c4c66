import type { LngLat } from '#domain/geo/lng-lat';
import type { Answer } from '#domain/zoning/answer';
import type { CityFacts } from '../../app/page-data.ts';
import { ApiFailure, isOffline } from '../../lib/api.ts';
import { formatPosition } from '../../lib/format.ts';
import type { Query } from '../../lib/query.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AnswerView } from './answer-view.tsx';
import { textPageHref } from './links.ts';
import { ShareButton } from './share-button.tsx';

/** What the panel holds for a chosen place: the shape of the answer, the answer, or why there is none. */
export function AnswerPanel({
  place,
  on,
  lookup,
  city,
  onBackToPlace,
}: {
  place: LngLat;
  on: string | null;
  lookup: Query<Answer>;
  city: CityFacts;
  onBackToPlace: () => void;
}) {
  const { t, language } = useReader();
  if (lookup.data !== undefined) {
    return (
      <AnswerView
        answer={lookup.data}
        city={city.name}
        disclaimer={city.disclaimer}
        back={
          <button
            type="button"
            className="identity-back"
            aria-label={t['answer.backToPlace']}
            onClick={onBackToPlace}
          >
            <Icon name="locate" />
          </button>
        }
        actions={
          <p className="actions">
            <ShareButton answer={lookup.data} />
            <a className="button" href={textPageHref(place, on)}>
              <Icon name="page" />
              {t['answer.open']}
            </a>
          </p>
        }
      />
    );
  }
  return (
    <div className="answer">
      <header className="identity">
        <h1 id="answer-title" tabIndex={-1}>
          {t['place.unnamed']}
        </h1>
        <p className="identity-context tabular">{formatPosition(place, language)}</p>
      </header>
      {lookup.error !== null && !lookup.isFetching ? (
        <Failure error={lookup.error} retry={lookup.refetch} />
      ) : (
        <Shape />
      )}
    </div>
  );
}

function Failure({ error, retry }: { error: Error; retry: () => void }) {
  const { t } = useReader();
  const detail = error instanceof ApiFailure && error.kind === 'problem' ? error.detail : null;
  return (
    <div role="alert">
      <Notice title={isOffline(error) ? t['answer.offline'] : t['answer.failed']}>
        {detail !== null && <p>{detail}</p>}
        <p>{t['answer.failedHelp']}</p>
        <button type="button" className="button-primary" onClick={retry}>
          {t['answer.retry']}
        </button>
      </Notice>
    </div>
  );
}

/** The shape of what comes; it moves only when the reader has not asked for less motion. */
function Shape() {
  const { t } = useReader();
  return (
    <div className="shape">
      <p className="hidden-visually">{t['answer.loading']}</p>
      <div className="shape-zone" aria-hidden="true" />
      {['a', 'b', 'c', 'd'].map((key) => (
        <div key={key} className="shape-row" aria-hidden="true">
          <span className="shape-word" />
          <span className="shape-value" />
        </div>
      ))}
    </div>
  );
}
