import type { OwnApplication, PublicStatus } from '#domain/krk/application-answers';
import { STATE_WORDS, STEP_WORDS } from '#domain/krk/state-words';
import { isOver, stepRow } from '#domain/krk/states';
import type { ReadingData } from '../../app/reading-data.ts';
import { formatDay } from '../../lib/format.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Section } from '../../ui/section.tsx';
import { nextOf, WAY } from './next-words.ts';
import { texts } from './texts.ts';

type Moves = OwnApplication['moves'];

/** Where an application stands, what comes next and by whom, when it is due, and how far it is on its way. */
export function Standing({
  status,
  moves,
  data,
}: {
  status: PublicStatus;
  moves: Moves | null;
  data: ReadingData;
}) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { name, means } = STATE_WORDS[status.state];
  const next = nextOf(status);
  return (
    <>
      <div className="krk-standing">
        <p className="krk-state">{name[language]}</p>
        <p>
          {means[language]}
          {status.isHeld && ` ${t.held}.`}
        </p>
        {next !== null && (
          <p>
            <strong>{t.next}:</strong> {next[language]}
          </p>
        )}
      </div>
      {status.state !== 'draf' && <Clock status={status} />}
      <Way status={status} moves={moves} data={data} />
    </>
  );
}

/** When it is due, in words; what that day leans on is said with it. */
function Clock({ status }: { status: PublicStatus }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { clock, submittedOn } = status;
  return (
    <dl className="facts facts-rows">
      {submittedOn !== null && (
        <div>
          <dt>{t.submitted}</dt>
          <dd>{formatDay(submittedOn, language)}</dd>
        </div>
      )}
      {!isOver(status.state) && (
        <div>
          <dt>{t.due}</dt>
          <dd>
            {clock.dueOn !== null && <strong>{formatDay(clock.dueOn, language)}</strong>}
            {clock.state === 'running' && clock.leftDays !== null && (
              <>, {clock.leftDays < 0 ? t.overdue(-clock.leftDays) : t.dueLeft(clock.leftDays)}</>
            )}
            {clock.dueOn === null && clock.state !== 'running' && t[`clock.${clock.state}`]}
            {clock.missingYears.length > 0 && clock.dueOn !== null && (
              <p className="quiet">{t.missingYear(clock.missingYears.join(', '))}</p>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The stages, those behind with the day when they were reached. */
function Way({ status, moves, data }: { status: PublicStatus; moves: Moves | null; data: ReadingData }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { state } = status;
  const hasSurvey = state === 'survei' || moves?.some(({ to }) => to === 'survei') === true;
  const way = hasSurvey ? [...WAY.slice(0, 2), 'survei' as const, ...WAY.slice(2)] : WAY;
  // Returned is the check of the file, in the applicant's hands.
  const here = way.indexOf(state === 'dikembalikan' ? 'verifikasiBerkas' : state);
  if (here === -1) return null;
  const reached = (stage: (typeof way)[number]): string | null => {
    const move = moves?.findLast(({ to }) => to === stage);
    return move === undefined
      ? null
      : formatMoment(move.at, language, data.city.timeZone, data.city.timeZoneLabel);
  };
  return (
    <ol className="krk-way" aria-label={t.path}>
      {way.map((stage, index) => {
        const isHere = index === here && state !== 'terbit';
        const kind = isHere ? 'now' : index <= here ? 'done' : 'later';
        const moment = kind === 'later' ? null : reached(stage);
        return (
          <li key={stage} className={`krk-way-${kind}`} aria-current={isHere ? 'step' : undefined}>
            <span className="krk-way-name">{STATE_WORDS[stage].name[language]}</span>{' '}
            <span className="quiet">
              {isHere && state === 'dikembalikan' ? t['path.waits'] : t[`path.${kind}`]}
              {moment !== null && `, ${moment}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** What has happened, the newest first, each with its reason. */
export function History({ moves, data }: { moves: Moves; data: ReadingData }) {
  const { language } = useReader();
  const t = useTexts(texts);
  if (moves.length === 0) return null;
  return (
    <Section id="perjalanan" title={t.history}>
      <ol className="krk-moves" reversed>
        {[...moves].reverse().map((move) => (
          <li key={`${move.at} ${move.step}`}>
            <strong>{STEP_WORDS[move.step][language]}</strong>{' '}
            <span className="quiet">
              {t.by(stepRow(move.step).by === 'applicant' ? t.you : t.office)},{' '}
              {formatMoment(move.at, language, data.city.timeZone, data.city.timeZoneLabel)}
            </span>
            {move.reason !== null && <p>{move.reason}</p>}
            {move.article !== null && (
              <p>
                {t.article}: {move.article}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
