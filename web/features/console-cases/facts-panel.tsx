import { useMemo } from 'react';
import { type CaseFacts, caseFactsSchema, type StaffCase } from '#domain/violation-case/case-answers';
import { OUTCOME_WORDS } from '#domain/violation-case/outcomes';
import { CASE_STATE_WORDS } from '#domain/violation-case/state-words';
import { formatDay, formatMetres } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { MapShape } from '../../map/map-port.ts';
import { AnswerPanel } from '../console-applications/index.ts';
import { ConsoleLink, Failure, Loading, Moment, useStaffQuery } from '../console-frame/index.ts';
import { boxAround, StaffMap } from '../console-map/index.ts';
import { caseAddress, casePath } from './case-api.ts';
import { caseTexts } from './case-texts.ts';

/** “Fakta objek”: where it is, what the plan says there, documents given out for that ground, and earlier cases. */
export function FactsPanel({ seen }: { seen: StaffCase }) {
  const { language } = useReader();
  const t = useTexts(caseTexts);
  const { data, error, refetch } = useStaffQuery(`${casePath(seen.caseId)}/facts`, caseFactsSchema);
  return (
    <>
      <section className="block" aria-label={t.facts}>
        <h2>{t.facts}</h2>
        {seen.place === null ? <p>{t.noPlace}</p> : <PlaceMap seen={seen} place={seen.place} />}
        {error !== null && <Failure error={error} onRetry={refetch} />}
        {data === undefined && error === null && <Loading />}
        {data !== undefined && (
          <>
            <p className="quiet">{t.factsOn(formatDay(data.askedOn, language))}</p>
            {data.answer === null && seen.place !== null && <p>{t.noAnswer}</p>}
            {data.answer !== null && <Plan answer={data.answer} />}
            <Documents facts={data} />
            <Earlier facts={data} />
          </>
        )}
      </section>
      {data?.answer != null && (
        <details className="case-more">
          <summary>{t.allNumbers}</summary>
          <AnswerPanel answer={data.answer} overrides={[]} />
        </details>
      )}
    </>
  );
}

/** What the plan says here in a few words; every number stands behind the summary below. */
function Plan({ answer }: { answer: NonNullable<CaseFacts['answer']> }) {
  const t = useTexts(caseTexts);
  const { parts, themes } = answer;
  const zones = parts.map(({ zone }) => `${zone.code} ${zone.subzoneName ?? zone.zoneName ?? ''}`.trim());
  const titles = (list: 'concerned' | 'noData'): string =>
    themes[list].map(({ title }) => title).join(', ') || t.nothing;
  return (
    <dl className="facts-list">
      {(
        [
          [t.zone, zones.join('; ') || t.noZone],
          [t.concerned, titles('concerned')],
          [t.noData, titles('noData')],
        ] as const
      ).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function PlaceMap({ seen, place }: { seen: StaffCase; place: readonly [number, number] }) {
  const t = useTexts(caseTexts);
  const [lng, lat] = place;
  const shapes = useMemo(
    (): MapShape[] => [
      ...seen.reports.flatMap((report): MapShape[] =>
        report.place === null ? [] : [{ kind: 'point', coordinates: report.place, look: 'limited' }],
      ),
      { kind: 'point', coordinates: [lng, lat], look: 'accent', label: seen.ticket },
    ],
    [seen.reports, seen.ticket, lng, lat],
  );
  const bbox = useMemo(() => boxAround([[lng, lat]]), [lng, lat]);
  return (
    <div className="case-map">
      <StaffMap label={t.placeOnMap} shapes={shapes} bbox={bbox} />
    </div>
  );
}

/** A document in the words of the office; the kind of a newer one as it is. */
const KINDS: Readonly<Record<string, string>> = { krk: 'KRK', itr: 'ITR' };

function Documents({ facts }: { facts: CaseFacts }) {
  const { language } = useReader();
  const t = useTexts(caseTexts);
  return (
    <>
      <h3>{t.documents}</h3>
      {facts.documents.length === 0 && <p className="quiet">{t.noDocuments}</p>}
      <ul>
        {facts.documents.map(({ documentId, kind, number, state, issuedAt, validUntil, isTrial }) => (
          <li key={documentId} className="row-facts">
            <a href={`/krk/verifikasi/${encodeURIComponent(documentId)}`}>
              {KINDS[kind] ?? kind} {number ?? documentId}
            </a>
            <span>{t[`document.${state}`]}</span>
            {isTrial && <span>{t.trial}</span>}
            <Moment at={issuedAt} />
            {validUntil !== null && <span>{t.validUntil(formatDay(validUntil, language))}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Earlier({ facts }: { facts: CaseFacts }) {
  const { language } = useReader();
  const t = useTexts(caseTexts);
  return (
    <>
      <h3>{t.earlier}</h3>
      {facts.earlier.length === 0 && <p className="quiet">{t.noEarlier}</p>}
      <ul>
        {facts.earlier.map(({ caseId, ticket, state, outcome, openedAt, distanceM }) => (
          <li key={caseId} className="row-facts">
            <ConsoleLink href={caseAddress(caseId)}>{ticket}</ConsoleLink>
            <span>
              {CASE_STATE_WORDS[state].name[language]}
              {outcome !== null && `: ${OUTCOME_WORDS[outcome].name[language]}`}
            </span>
            <span>{t.away(formatMetres(Math.round(distanceM), language))}</span>
            <Moment at={openedAt} />
          </li>
        ))}
      </ul>
    </>
  );
}
