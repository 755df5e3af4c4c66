import { useMemo, useState } from 'react';
import { may } from '#domain/accounts/rights';
import { contactSchema, type StaffCase, staffCaseSchema } from '#domain/correction/correction';
import { formatDay, placeInAddress } from '../../lib/format.ts';
import { askStaff } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { MapShape } from '../../map/map-port.ts';
import {
  ConsoleLink,
  Failure,
  Loading,
  Moment,
  Screen,
  useAct,
  useConsole,
  useStaffQuery,
  Who,
} from '../console-frame/index.ts';
import { boxAround, StaffMap } from '../console-map/index.ts';
import { RowFacts, rowSaid, rowTitle } from '../corrections/index.ts';
import { AnswerForm } from './answer-form.tsx';
import { CaseMark } from './case-mark.tsx';
import { casePath } from './case-path.ts';
import { texts } from './texts.ts';
import './corrections.css';

/** One case beside the row that it is about and its place on the map. */
export function CaseScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const t = useTexts(texts);
  const reader = useReader();
  const path = casePath(params['correctionId'] ?? '');
  const { data: told, error, refetch } = useStaffQuery(path, staffCaseSchema);
  return (
    <Screen
      title={told === undefined ? t.title : told.ticket}
      wide
      back={{ href: '/konsol/keliru', name: t.backToList }}
      lead={
        told !== undefined && (
          <p className="row-facts">
            <CaseMark state={told.state} />
            <span>{rowTitle(told.row, reader)}</span>
            {told.areaName !== null && <span>{told.areaName}</span>}
            <span>
              {t.opened} <Moment at={told.openedAt} />
            </span>
          </p>
        )
      }
    >
      {error !== null && <Failure error={error} onRetry={refetch} />}
      {told === undefined ? (
        error === null && <Loading />
      ) : (
        <div className="evidence">
          <div className="case">
            <Words told={told} path={path} />
            <Rows told={told} />
            <Answers told={told} />
            <AnswerForm key={told.correctionId} told={told} path={path} onSaved={refetch} />
          </div>
          <Place told={told} />
        </div>
      )}
    </Screen>
  );
}

function Words({ told, path }: { told: StaffCase; path: string }) {
  const t = useTexts(texts);
  const { language } = useReader();
  const { member } = useConsole();
  const { isBusy, error, run } = useAct();
  const [contact, setContact] = useState<string | null>(null);
  const mayKnow = member !== null && may(member, 'person.read', {});
  const reveal = (): void =>
    void run(async () => {
      const shown = await askStaff(`${path}/contact`, contactSchema, language, { method: 'POST', json: {} });
      setContact(shown.contact);
    });
  return (
    <section className="block" aria-labelledby="tulisan">
      <h2 id="tulisan">{t.words}</h2>
      <p className="case-words" lang="">
        {told.message}
      </p>
      {!told.hasContact && <p className="quiet">{t.noContact}</p>}
      {told.hasContact && mayKnow && (
        <div>
          {contact === null ? (
            <>
              <button type="button" className="button" aria-disabled={isBusy} onClick={reveal}>
                {t.reveal}
              </button>
              <p className="quiet">{t.revealHelp}</p>
            </>
          ) : (
            <p role="status">
              {t.contact}: <strong>{contact}</strong>
            </p>
          )}
          {error !== null && <Failure error={error} />}
        </div>
      )}
    </section>
  );
}

/** The row as it stood, and as it stands today. */
function Rows({ told: { row, rowToday } }: { told: StaffCase }) {
  const t = useTexts(texts);
  const reader = useReader();
  const isSame =
    rowToday !== null &&
    rowToday.versionId === row.versionId &&
    rowSaid(rowToday, reader) === rowSaid(row, reader);
  const layer = encodeURIComponent(row.layerId);
  const isRule = !['zone', 'overlay', 'rtrw'].includes(row.kind);
  return (
    <section className="block" aria-labelledby="baris">
      <h2 id="baris">{t.row}</h2>
      <RowFacts row={row} />
      <h3>{t.today}</h3>
      {rowToday === null ? <p>{t.gone}</p> : isSame ? <p>{t.same}</p> : <RowFacts row={rowToday} />}
      <p>
        <ConsoleLink href={isRule ? `/konsol/aturan/${layer}` : `/konsol/lapisan/${layer}`}>
          {isRule ? t.openRules : t.openLayer}
        </ConsoleLink>
      </p>
    </section>
  );
}

function Answers({ told: { answers } }: { told: StaffCase }) {
  const t = useTexts(texts);
  const { language } = useReader();
  return (
    <section className="block" aria-labelledby="jawaban">
      <h2 id="jawaban">{t.answers}</h2>
      {answers.length === 0 && <p className="quiet">{t.noAnswer}</p>}
      <ul className="rows">
        {answers.map((answer) => (
          <li key={answer.answeredAt} className="row-plain">
            <div>
              <p className="row-facts">
                <CaseMark state={answer.outcome} />
                <span>
                  <Who person={answer.answeredBy} />
                </span>
                <Moment at={answer.answeredAt} />
              </p>
              {answer.mended !== null && (
                <p>{t.version(formatDay(answer.mended.validFrom, language), answer.mended.decree)}</p>
              )}
              <p lang="id">{answer.note.id}</p>
              {answer.note.en !== null && <p lang="en">{answer.note.en}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Place({ told: { point, askedOn } }: { told: StaffCase }) {
  const t = useTexts(texts);
  const [lng, lat] = point;
  const shapes = useMemo<readonly MapShape[]>(
    () => [{ kind: 'point', coordinates: [lng, lat], look: 'accent' }],
    [lng, lat],
  );
  const bbox = useMemo(() => boxAround([[lng, lat]]), [lng, lat]);
  return (
    <div>
      <StaffMap label={t.map} on={askedOn} shapes={shapes} bbox={bbox} />
      <p>
        <a href={`/lokasi/${placeInAddress(point)}?on=${askedOn}`}>{t.onMap}</a>
      </p>
    </div>
  );
}
