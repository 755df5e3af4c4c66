import { type ChangeEvent, useCallback, useId } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import type { CategoryCode } from '#domain/report/category';
import type { PlaceOfReport } from '#domain/report/report-answers';
import { isOffline, readThrough } from '../../../lib/api.ts';
import { placeInAddress } from '../../../lib/format.ts';
import { useQuery } from '../../../lib/query.ts';
import { useTexts } from '../../../locale/feature-texts.ts';
import { useReader } from '../../../locale/reader.tsx';
import { ReportPlaceFacts, RuleChoices, SimilarChoices } from '../report-place-facts.tsx';
import { planHereTexts } from './plan-here-texts.ts';
import type { DraftKeeper } from './use-draft.ts';

/** What is known of a pin: for whom it is, what the plan says there, what was told before. */
function usePlace(pin: LngLat, category: CategoryCode | null) {
  const { language } = useReader();
  const [lon, lat] = pin;
  const about = category === null ? '' : `&category=${category}`;
  const path = `/api/v1/reports/place?lon=${lon}&lat=${lat}${about}`;
  const ask = useCallback(
    (signal: AbortSignal) =>
      readThrough<PlaceOfReport>(
        path,
        import('#domain/report/report-answers').then((one) => one.reportPlaceSchema),
        language,
        signal,
      ),
    [path, language],
  );
  return useQuery(`report place ${placeInAddress(pin)}${about} ${language}`, ask);
}

/** Said as soon as there is a pin: what the plan says there. It asks, and never accuses. */
export function PlanHere({ pin, keeper }: { pin: LngLat; keeper: DraftKeeper }) {
  const t = useTexts(planHereTexts);
  const title = useId();
  const { data, error, refetch } = usePlace(pin, keeper.draft.category);
  return (
    <section className="report-plan" aria-labelledby={title}>
      <h3 id={title}>{t.title}</h3>
      {data === undefined && error === null && <p className="quiet">{t.loading}</p>}
      {data === undefined && error !== null && (
        <>
          <p className="unknown-block">{isOffline(error) ? t.offline : t.failed}</p>
          <div className="report-actions">
            <button type="button" className="button" onClick={refetch}>
              {t.again}
            </button>
          </div>
        </>
      )}
      {data !== undefined && <Said place={data} keeper={keeper} />}
    </section>
  );
}

function Said({ place, keeper }: { place: PlaceOfReport; keeper: DraftKeeper }) {
  const t = useTexts(planHereTexts);
  const choose = ({ target }: ChangeEvent<HTMLDivElement>): void => {
    const { name, value } = target as unknown as HTMLInputElement;
    const chosen = value === '' ? null : value;
    keeper.change(name === 'dukung' ? { supports: chosen } : { brokenRule: chosen });
  };
  return (
    <>
      <ReportPlaceFacts place={place} />
      {place.isDemo && <p className="quiet">{t.demo}</p>}
      {place.isInCity ? (
        <div className="correction" onChange={choose}>
          <SimilarChoices place={place} chosen={keeper.draft.supports ?? ''} />
          <RuleChoices place={place} chosen={keeper.draft.brokenRule ?? ''} />
        </div>
      ) : (
        <p role="alert">{t.draftKept}</p>
      )}
    </>
  );
}
