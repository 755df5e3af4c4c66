import { useState } from 'react';
import type { LandProof } from '#domain/krk/application';
import {
  drawnGroundSchema,
  type StaffApplication,
  staffApplicationSchema,
} from '#domain/krk/application-answers';
import { LAND_PROOF_WORDS } from '#domain/krk/application-words';
import { STATE_WORDS, STEP_WORDS } from '#domain/krk/state-words';
import { stepRow } from '#domain/krk/states';
import { partKey } from '#domain/zoning/part-key';
import { formatArea, formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { SurveyFindings } from '../console-field/index.ts';
import { Failure, Loading, Moment, Screen, useStaffQuery } from '../console-frame/index.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { answerOfGround, applicationPath } from './application-api.ts';
import { DueDay, StandingMark } from './application-state.tsx';
import { GroundPicture } from './ground-picture.tsx';
import { PaperList } from './paper-list.tsx';
import { PersonPanel } from './person-panel.tsx';
import { SheetForm } from './sheet-form.tsx';
import { SheetSummary } from './sheet-summary.tsx';
import { sheetTexts } from './sheet-texts.ts';
import { StepPanel } from './step-panel.tsx';
import { texts } from './texts.ts';
import { UsesPanel } from './uses-panel.tsx';
import './applications.css';

/** One application: what can be done now, what is asked, what the data says, what people add, and what has happened. */
export function ApplicationScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const t = useTexts(texts);
  const path = applicationPath(params['applicationId'] ?? '');
  const { data, error, refetch, take } = useStaffQuery(path, staffApplicationSchema);
  const changed = (told: typeof data | null): void => (told == null ? refetch() : take(told));
  const { language } = useReader();
  // What somebody has written stays in sight, also when the application was moved on meanwhile.
  const [isWriting, setIsWriting] = useState(false);
  const answer = useStaffQuery(`${path}/answer`, answerOfGround);
  const drawn = useStaffQuery(`${path}/drawing`, drawnGroundSchema);
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
          <StepPanel seen={data} onChanged={changed} />
          <Jumps />
          <div className="application-asked">
            <Asked seen={data} />
            {drawn.data !== undefined && answer.data !== undefined && (
              <GroundPicture
                drawn={drawn.data}
                approved={data.sheet.approved}
                order={answer.data.parts.map(partKey)}
                area={data.areaM2 === null ? '–' : formatArea(data.areaM2, language)}
              />
            )}
          </div>
          {data.mayReadPerson && <PersonPanel seen={data} />}
          <PaperList seen={data} onChanged={changed} />
          <UsesPanel seen={data} />
          {answer.error !== null && <Failure error={answer.error} onRetry={answer.refetch} />}
          {answer.data !== undefined && <AnswerPanel answer={answer.data} overrides={data.sheet.overrides} />}
          <SurveyFindings kind="application" subjectId={data.applicationId} />
          <section className="block" aria-labelledby="kajian">
            <h2 id="kajian">{t.sheet}</h2>
            {data.mayEditSheet || isWriting ? (
              <SheetForm
                key={data.applicationId}
                seen={data}
                answer={answer.data}
                drawn={drawn.data}
                onChanged={refetch}
                onDirty={setIsWriting}
              />
            ) : (
              <SheetSummary seen={data} />
            )}
          </section>
          <Moves seen={data} />
        </>
      )}
    </Screen>
  );
}

/** The page is as long as the ground has parts: each of its sections is one key away. */
function Jumps() {
  const t = useTexts(texts);
  const sheet = useTexts(sheetTexts);
  const sections = [
    ['berkas', t.papers],
    ['kegiatan', sheet.uses],
    ['jawaban', sheet.answer],
    ['kajian', t.sheet],
    ['perjalanan', t.moves],
  ] as const;
  return (
    <nav aria-label={t.jumps} className="page-jumps">
      <ul>
        {sections.map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Asked({ seen }: { seen: StaffApplication }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { plannedUse, landProofKind, document } = seen;
  const number = (value: number): string => formatNumber(value, language);
  const businessWords = (code: string): string => {
    const share = plannedUse?.shares.find(({ kbli }) => kbli === code);
    return [
      `${code} ${seen.kbliTitles[code] ?? `(${t.kbliUnknown})`}`,
      share?.floors == null ? null : t.floors(number(share.floors)),
      share?.floorAreaM2 == null ? null : t.m2(number(share.floorAreaM2)),
    ]
      .filter((word) => word !== null)
      .join(', ');
  };
  const measures = (
    [
      [t.building, plannedUse?.floors, t.floors],
      [t.basement, plannedUse?.basementFloors, t.floors],
      [t.height, plannedUse?.heightM, t.metres],
      [t.footprint, plannedUse?.footprintM2, t.m2],
      [t.floorArea, plannedUse?.floorAreaM2, t.m2],
    ] as const
  ).flatMap(([name, value, say]) => (value == null ? [] : [[name, say(number(value))] as const]));
  return (
    <section className="block" aria-label={t.request}>
      <h2>{t.request}</h2>
      <dl className="facts">
        {seen.areaM2 !== null && (
          <div>
            <dt>{t.ground}</dt>
            <dd>{[formatArea(seen.areaM2, language), seen.kelurahan].filter(Boolean).join(', ')}</dd>
          </div>
        )}
        {plannedUse !== null && (
          <div>
            <dt>{t.use}</dt>
            <dd>{plannedUse.description}</dd>
          </div>
        )}
        {plannedUse !== null && plannedUse.kbli.length > 0 && (
          <div>
            <dt>KBLI 2020</dt>
            {plannedUse.kbli.map((code) => (
              <dd key={code} lang="id">
                {businessWords(code)}
              </dd>
            ))}
          </div>
        )}
        {measures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
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

function Moves({ seen }: { seen: StaffApplication }) {
  const { language } = useReader();
  const t = useTexts(texts);
  return (
    <section className="block" aria-labelledby="perjalanan">
      <h2 id="perjalanan">{t.moves}</h2>
      <ol className="timeline">
        {[...seen.moves].reverse().map((move) => (
          <li key={`${move.at} ${move.step}`} className="timeline-step application-move">
            <p>
              <strong>{STEP_WORDS[move.step][language]}</strong> → {STATE_WORDS[move.to].name[language]}
            </p>
            <p className="row-facts">
              <span>{move.by ?? (stepRow(move.step).by === 'system' ? t.systemDid : t.applicantDid)}</span>
              <Moment at={move.at} />
            </p>
            {move.reason !== null && <p>{move.reason}</p>}
            {move.article !== null && (
              <p>
                {t.article}: {move.article}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
