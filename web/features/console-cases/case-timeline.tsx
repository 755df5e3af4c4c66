import type { StaffCase } from '#domain/violation-case/case-answers';
import { OUTCOME_WORDS, PAUSES } from '#domain/violation-case/outcomes';
import { CASE_STATE_WORDS, CASE_STEP_WORDS } from '#domain/violation-case/state-words';
import { caseRule } from '#domain/violation-case/states';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Moment } from '../console-frame/index.ts';
import { caseTexts } from './case-texts.ts';

type Move = StaffCase['moves'][number];

/** What has happened, the newest first: who, what, when by the clock of the city. */
export function CaseTimeline({ seen }: { seen: StaffCase }) {
  const t = useTexts(caseTexts);
  return (
    <section className="block" aria-label={t.moves}>
      <h2>{t.moves}</h2>
      <ol className="timeline">
        {seen.moves
          .map((move, index) => (
            <OneMove
              key={`${move.at} ${move.step}`}
              move={move}
              before={seen.moves[index - 1]}
              dispute={disputeOf(seen, move)}
            />
          ))
          .reverse()}
      </ol>
    </section>
  );
}

/** Both are written in one transaction, each with its own look at the clock. */
const SAME_MOMENT_MS = 60_000;

/** What a reporter wrote who said that it is not done; undefined for every other step. */
const disputeOf = ({ disputes }: StaffCase, { step, at }: Move) =>
  step === 'dispute'
    ? disputes.find((one) => Math.abs(Date.parse(one.at) - Date.parse(at)) < SAME_MOMENT_MS)
    : undefined;

function OneMove({
  move,
  before,
  dispute,
}: {
  move: Move;
  before: Move | undefined;
  dispute: StaffCase['disputes'][number] | undefined;
}) {
  const { language } = useReader();
  const t = useTexts(caseTexts);
  const { step, from, to, by, reason, article, pauseReason, outcome, answer, givenTo } = move;
  const isOfReporter = step === 'open' || caseRule(step).by === 'reporter';
  const words = dispute === undefined ? reason : (dispute.words ?? t.erased);
  return (
    <li className="timeline-step case-move">
      <p>
        <strong>{step === 'open' ? t.reported : CASE_STEP_WORDS[step][language]}</strong>
        {(step === 'open' || from !== to) && ` → ${CASE_STATE_WORDS[to].name[language]}`}
      </p>
      <p className="row-facts">
        <span>{by ?? (isOfReporter ? t.reporterDid : t.systemDid)}</span>
        <Moment at={move.at} />
      </p>
      {givenTo !== null && (
        <p>
          {t.givenTo}: {[givenTo.unit, givenTo.officer].filter((one) => one !== null).join(', ') || t.unsaid}
        </p>
      )}
      {outcome !== null && outcome !== before?.outcome && (
        <p>
          {t.outcome}: {OUTCOME_WORDS[outcome].name[language]}
        </p>
      )}
      {pauseReason !== null && <p>{PAUSES[pauseReason][language]}</p>}
      {words !== null && <p>{words}</p>}
      {answer !== null && (
        <p className="case-words">
          {t.answer}: {answer}
        </p>
      )}
      {article !== null && (
        <p>
          {t.article}: {article}
        </p>
      )}
    </li>
  );
}
