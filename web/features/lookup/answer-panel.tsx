import { memo, useEffect } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Given } from '#domain/pack/provenance';
import type { Answer } from '#domain/zoning/answer';
import type { CityFacts } from '../../app/page-data.ts';
import { ApiFailure, isOffline } from '../../lib/api.ts';
import { waitFor } from '../../lib/awaited.ts';
import { formatPosition, placeInAddress } from '../../lib/format.ts';
import { useLater } from '../../lib/later.ts';
import type { Query } from '../../lib/query.ts';
import { useReader } from '../../locale/reader.tsx';
import { Notice } from '../../ui/notice.tsx';
import { panelAnswer } from './later-parts.ts';

/**
 * What the panel holds for a chosen place: the shape of the answer, the answer, or why there is none. Drawn anew only
 * when that changes: not with every movement of the map, nor when the sheet grows.
 */
export const AnswerPanel = memo(function AnswerPanel({
  place,
  on,
  lookup,
  city,
  onBackToPlace,
}: {
  place: LngLat;
  on: string | null;
  lookup: Query<Given<Answer>>;
  city: CityFacts;
  onBackToPlace: () => void;
}) {
  const { t, language } = useReader();
  const { data, isFetching, refetch } = lookup;
  const view = useLater(panelAnswer, data !== undefined);
  if (data !== undefined && view.component !== null) {
    return (
      <view.component
        {...{ answer: data, place, on, city, onBackToPlace, isAsking: isFetching, retry: refetch }}
      />
    );
  }
  const failed = data === undefined ? lookup : { ...view, isFetching: false, refetch: view.retry };
  return (
    <div className="answer">
      <header className="identity">
        <h1 id="answer-title" tabIndex={-1}>
          {t['place.unnamed']}
        </h1>
        <p className="identity-context tabular">{formatPosition(place, language)}</p>
      </header>
      {failed.error !== null && !failed.isFetching ? (
        <Failure error={failed.error} retry={failed.refetch} />
      ) : (
        <Shape place={placeInAddress(place)} />
      )}
    </div>
  );
});

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
function Shape({ place }: { place: string }) {
  const { t } = useReader();
  useEffect(() => waitFor(place), [place]);
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
