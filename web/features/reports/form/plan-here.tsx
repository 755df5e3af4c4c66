import { type ChangeEvent, useId } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import type { PlaceOfReport } from '#domain/report/report-answers';
import { isOffline } from '../../../lib/api.ts';
import { useTexts } from '../../../locale/feature-texts.ts';
import { ReportPlaceFacts, RuleChoices, SimilarChoices } from '../report-place-facts.tsx';
import { planHereTexts } from './plan-here-texts.ts';
import type { DraftKeeper } from './use-draft.ts';
import { usePlace } from './use-place.ts';

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
