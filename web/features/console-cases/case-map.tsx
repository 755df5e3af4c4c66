import { useCallback, useMemo } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import { type CasePlaces, casePlacesSchema } from '#domain/violation-case/case-answers';
import { CASE_STATE_WORDS } from '#domain/violation-case/state-words';
import { useAnnounce } from '../../app/announcer.tsx';
import { formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { MapShape } from '../../map/map-port.ts';
import { ConsoleLink, Failure, goTo, useStaffQuery, withQuery } from '../console-frame/index.ts';
import { boxAround, nearestTo, StaffMap } from '../console-map/index.ts';
import { CASE_PLACES, caseAddress } from './case-api.ts';
import { texts } from './texts.ts';

type Places = CasePlaces['places'];
const NOWHERE: Places = [];

/** The cases of the list on the plan, with the same filters. Whoever has no map has the list: it says the same. */
export function CaseMap({ asked, chosenId }: { asked: URLSearchParams; chosenId: string | null }) {
  const t = useTexts(texts);
  const { language } = useReader();
  const announce = useAnnounce();
  const { data, error, refetch } = useStaffQuery(
    asked.size === 0 ? CASE_PLACES : `${CASE_PLACES}?${asked}`,
    casePlacesSchema,
  );
  const places = data?.places ?? NOWHERE;
  const chosen = places.find(({ caseId }) => caseId === chosenId);
  const shapes = useMemo(() => shapesOf(places, chosenId), [places, chosenId]);
  const bbox = useMemo(() => boxAround(places.map(({ place }) => place)), [places]);
  const pick = useCallback(
    (at: LngLat, metresPerPixel: number) => {
      const things = places.map((one) => ({ ...one, at: one.place }));
      const meant = nearestTo(things, at, metresPerPixel);
      if (meant === null) return;
      goTo(withQuery({ pilih: meant.caseId }), 'replace');
      announce(`${t.chosen}: ${meant.ticket}`);
    },
    [places, announce, t],
  );
  return (
    <div className="block case-map-beside">
      {error !== null && <Failure error={error} onRetry={refetch} />}
      <StaffMap label={t.map} shapes={shapes} bbox={bbox} onPick={pick} />
      <p role="status">
        {chosen === undefined ? (
          <span className="quiet">{t.mapHelp}</span>
        ) : (
          <>
            <ConsoleLink href={caseAddress(chosen.caseId)}>{chosen.ticket}</ConsoleLink>{' '}
            {CASE_STATE_WORDS[chosen.state].name[language]}
            {chosen.isOverdue && `, ${t['timing.overdue']}`}
          </>
        )}
      </p>
      {data?.isCut === true && <p className="quiet">{t.cut(formatNumber(places.length, language, 0))}</p>}
    </div>
  );
}

/** What is late carries a letter too: the colour does not say it alone. The chosen one lies on top. */
function shapesOf(places: Places, chosenId: string | null): MapShape[] {
  return places
    .map(({ caseId, place, isOverdue, ticket }): MapShape => {
      const isChosen = caseId === chosenId;
      return {
        kind: 'point',
        coordinates: place,
        look: isChosen ? 'accent' : isOverdue ? 'forbidden' : 'limited',
        label: isChosen ? ticket : isOverdue ? '!' : undefined,
      };
    })
    .sort((one, other) => Number(one.look === 'accent') - Number(other.look === 'accent'));
}
