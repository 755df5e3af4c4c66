import type { StaffCase } from '#domain/violation-case/case-answers';
import { formatDay } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { DueDay } from '../console-applications/index.ts';
import { Moment } from '../console-frame/index.ts';
import { caseTexts } from './case-texts.ts';

/** Each clock of the case: what is owed, by when, and what was owed and is done. */
export function ClockPanel({ seen }: { seen: StaffCase }) {
  const { language } = useReader();
  const t = useTexts(caseTexts);
  return (
    <section className="block" aria-label={t.clocks}>
      <h2>{t.clocks}</h2>
      <dl className="facts-list">
        {seen.clocks.map(({ stage, isOwed, clock }) => (
          <div key={stage}>
            <dt>{t[`stage.${stage}`]}</dt>
            <dd>
              {stage === 'sanction' && clock.state === 'notSet' ? (
                t.noTerm
              ) : isOwed ? (
                <DueDay clock={clock} isOverdue={(clock.leftDays ?? 0) < 0} />
              ) : (
                t.stageDone(String(clock.usedDays))
              )}
            </dd>
          </div>
        ))}
      </dl>
      {seen.recomputedOn !== null && <p>{t.recomputed(formatDay(seen.recomputedOn, language))}</p>}
      {seen.escalations.map(({ stage, dueOn, at }) => (
        <p key={`${stage} ${at}`}>
          {t.escalation(t[`stage.${stage}`], formatDay(dueOn, language))} <Moment at={at} />
        </p>
      ))}
    </section>
  );
}
