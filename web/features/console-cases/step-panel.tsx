import { useState } from 'react';
import { reachOf } from '#domain/accounts/rights';
import { SUBJECTS } from '#domain/field-round/subject-kind';
import type { CaseStepBody, StaffCase } from '#domain/violation-case/case-answers';
import { CASE_STEP_WORDS } from '#domain/violation-case/state-words';
import type { CaseStep } from '#domain/violation-case/states';
import { useAnnounce } from '../../app/announcer.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FIELD_PLACE } from '../console-field/index.ts';
import { ConsoleLink, isOvertaken, StepWays, useAct, useConsole } from '../console-frame/index.ts';
import { takeStep } from './case-api.ts';
import { settingWords } from './setting-words.ts';
import { StepDialog } from './step-dialog.tsx';
import { STEP_MEANS } from './step-means.ts';
import { stepTexts } from './step-texts.ts';

/** What takes a case on. Where two decisions stand beside each other, neither is the one to take. */
const LEADING: ReadonlySet<CaseStep> = new Set([
  'verify',
  'dispose',
  'goOut',
  'resume',
  'confirmViolation',
  'confirmOutcome',
  'impose',
  'enforce',
  'carryOut',
]);
/** What ends a case unseen, or sends it away, is never the first that is offered. */
const LAST: ReadonlySet<CaseStep> = new Set(['dismiss', 'join']);

const inOrder = (steps: readonly CaseStep[]): readonly CaseStep[] => [
  ...steps.filter((step) => LEADING.has(step)),
  ...steps.filter((step) => !LEADING.has(step) && !LAST.has(step)),
  ...steps.filter((step) => LAST.has(step)),
];

/** The steps that this person can take now, as the table of states has them. A recommendation is a form further down. */
export function StepPanel({ seen, onChanged }: { seen: StaffCase; onChanged: () => void }) {
  const { language } = useReader();
  const t = useTexts(stepTexts);
  const announce = useAnnounce();
  const [opened, setOpened] = useState<CaseStep | null>(null);
  const { isBusy, error, run } = useAct();
  const take = (step: CaseStep, said: CaseStepBody): void =>
    void run(async () => {
      await takeStep(seen, step, said, language);
      setOpened(null);
      announce(t.done);
    }).then(onChanged);
  const ways = inOrder(seen.steps.filter((step) => step !== 'recommend'));
  const isOnSite = seen.state === 'pemeriksaan';
  return (
    <>
      <StepWays
        ways={ways.map((step) => ({
          step,
          name: CASE_STEP_WORDS[step][language],
          means: STEP_MEANS[step]?.[language],
          isForward: LEADING.has(step) && !isOnSite && !seen.steps.includes('recommend'),
          missing: seen.missingSettings[step]?.map((name) => settingWords(name, language)) ?? null,
        }))}
        isBusy={isBusy}
        error={opened === null || isOvertaken(error) ? error : null}
        nothing={isOnSite || seen.steps.includes('recommend') ? null : t.nothing}
        onTake={(step) => (step === 'goOut' || step === 'resume' ? take(step, {}) : setOpened(step))}
      >
        {isOnSite && <RoundWay />}
        {seen.steps.includes('recommend') && (
          <p>
            <a className="button-primary" href="#penilaian">
              {t.toAssessment}
            </a>
          </p>
        )}
      </StepWays>
      {opened !== null && seen.steps.includes(opened) && (
        <StepDialog
          key={opened}
          step={opened}
          seen={seen}
          isBusy={isBusy}
          error={error}
          onSay={(said) => take(opened, said)}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

/** An inspection is no button: it ends with its round, for whoever goes out. */
function RoundWay() {
  const t = useTexts(stepTexts);
  const { member } = useConsole();
  const mayGo = member !== null && reachOf(member, SUBJECTS.report.workAction).length > 0;
  return (
    <>
      <p>{t.roundWay}</p>
      {mayGo && (
        <p>
          <ConsoleLink className="button-primary" href={FIELD_PLACE}>
            {t.roundGo}
          </ConsoleLink>
        </p>
      )}
    </>
  );
}
