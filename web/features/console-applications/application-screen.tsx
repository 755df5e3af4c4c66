import type * as z from 'zod/mini';
import type { LandProof } from '#domain/krk/application';
import { type StaffApplication, staffApplicationSchema } from '#domain/krk/application-answers';
import { LAND_PROOF_WORDS } from '#domain/krk/application-words';
import { STATE_WORDS, STEP_WORDS } from '#domain/krk/state-words';
import { formatArea, formatNumber, formatPercent } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Failure, Loading, Moment, Screen, useStaffQuery } from '../console-frame/index.ts';
import { answerOfGround, applicationPath } from './application-api.ts';
import { DueDay, StandingMark } from './application-state.tsx';
import { PaperList } from './paper-list.tsx';
import { PersonPanel } from './person-panel.tsx';
import { SheetForm } from './sheet-form.tsx';
import { StepPanel } from './step-panel.tsx';
import { texts } from './texts.ts';
import './applications.css';

/** One application: what can be done now, what is asked, what the data says, what people add, and what has happened. */
export function ApplicationScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const t = useTexts(texts);
  const path = applicationPath(params['applicationId'] ?? '');
  const { data, error, refetch } = useStaffQuery(path, staffApplicationSchema);
  const answer = useStaffQuery(`${path}/answer`, answerOfGround);
  return (
    <Screen
      title={data?.ticket ?? t.title}
      back={{ href: '/konsol/permohonan', name: t.title }}
      lead={
        data && (
          <span className="row-facts">
            <StandingMark row={data} />
            <DueDay clock={data.clock} isOverdue={data.isOverdue} />
          </span>
        )
      }
    >
      {error !== null && <Failure error={error} onRetry={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <StepPanel seen={data} onChanged={refetch} />
          <Asked seen={data} />
          {data.mayReadPerson && <PersonPanel seen={data} />}
          <PaperList seen={data} onChanged={refetch} />
          {answer.error !== null && <Failure error={answer.error} onRetry={answer.refetch} />}
          {answer.data !== undefined && <Answered answer={answer.data} />}
          <section className="block" aria-label={t.sheet}>
            <h2>{t.sheet}</h2>
            <SheetForm key={data.revision} seen={data} onChanged={refetch} />
          </section>
          <Moves seen={data} />
        </>
      )}
    </Screen>
  );
}

function Asked({ seen }: { seen: StaffApplication }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { plannedUse, landProofKind, document } = seen;
  return (
    <section className="block" aria-label={t.request}>
      <h2>{t.request}</h2>
      <dl className="facts">
        {seen.areaM2 !== null && (
          <div>
            <dt>{seen.kelurahan}</dt>
            <dd>{formatArea(seen.areaM2, language)}</dd>
          </div>
        )}
        {plannedUse !== null && (
          <div>
            <dt>{t.use}</dt>
            <dd>
              {plannedUse.description}
              {plannedUse.kbli.length > 0 && ` (KBLI ${plannedUse.kbli.join(', ')})`}
            </dd>
          </div>
        )}
        {landProofKind !== null && (
          <div>
            <dt>{t.landProof}</dt>
            <dd>{LAND_PROOF_WORDS[landProofKind as LandProof['kind']]?.[language] ?? landProofKind}</dd>
          </div>
        )}
        {document !== null && (
          <div>
            <dt>{t.document}</dt>
            <dd>
              <span className="tabular">{document.number}</span>{' '}
              <a href={document.verificationPath}>{t.open}</a>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** Zones with their shares, in square metres and percent of what is named. */
function Answered({ answer }: { answer: z.infer<typeof answerOfGround> }) {
  const { language } = useReader();
  const t = useTexts(texts);
  return (
    <section className="block" aria-label={t.answer}>
      <h2>{t.answer}</h2>
      <table className="application-parts">
        <thead>
          <tr>
            <th scope="col">{t.part}</th>
            <th scope="col">{t.share}</th>
          </tr>
        </thead>
        <tbody>
          {answer.parts.map((part) => (
            <tr key={`${part.layerId} ${part.featureNo}`}>
              <th scope="row">
                {part.zone.code} {part.zone.subzoneName ?? part.zone.zoneName}
              </th>
              <td>
                {part.areaM2 !== null && formatArea(part.areaM2, language)}
                {part.sharePct !== null && `, ${formatPercent(part.sharePct, language)}`}
                {part.isSliver && ` (${t.sliver})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t.slivers(formatNumber(answer.sliverThresholdM2, language))}</p>
      {answer.themes.concerned.length > 0 && (
        <p>{answer.themes.concerned.map(({ title }) => title).join(', ')}</p>
      )}
    </section>
  );
}

function Moves({ seen }: { seen: StaffApplication }) {
  const { language } = useReader();
  const t = useTexts(texts);
  return (
    <section className="block" aria-label={t.moves}>
      <h2>{t.moves}</h2>
      <ol className="rows application-moves">
        {seen.moves.map((move) => (
          <li key={`${move.at} ${move.step}`}>
            <span className="row-facts">
              <Moment at={move.at} />
              <span>{STEP_WORDS[move.step][language]}</span>
              <strong>{STATE_WORDS[move.to].name[language]}</strong>
              <span>{move.by ?? t.applicantDid}</span>
            </span>
            {move.reason !== null && <p>{move.reason}</p>}
            {move.article !== null && <p>{move.article}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
