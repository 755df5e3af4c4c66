import { type FormEvent, useState } from 'react';
import type { CaseStepBody, StaffCase } from '#domain/violation-case/case-answers';
import { OUTCOME_WORDS } from '#domain/violation-case/outcomes';
import { CASE_STEP_WORDS } from '#domain/violation-case/state-words';
import { type CaseStep, caseRule, type Need } from '#domain/violation-case/states';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Failure, frameTexts, useWrongFields } from '../console-frame/index.ts';
import { AssignmentFields } from './assignment-fields.tsx';
import { ClosingFields } from './closing-fields.tsx';
import { Choice, Line, Words } from './entry-fields.tsx';
import { ObjectionFields } from './objection-fields.tsx';
import { PauseFields } from './pause-fields.tsx';
import { RecipientFields } from './recipient-fields.tsx';
import { SanctionFields } from './sanction-fields.tsx';
import { CLASS_CHOICES, dismissalChoices } from './step-choices.ts';
import { asksOf, bodyOf, EMPTY_ENTRY, entryFaults, type StepEntry } from './step-entry.ts';
import { STEP_MEANS } from './step-means.ts';
import { stepTexts } from './step-texts.ts';
import { TargetField } from './target-field.tsx';

/** What a step must be told before it is taken: the fields that its row of the table needs. */
export function StepDialog({
  step,
  seen,
  isBusy,
  error,
  onSay,
  onClose,
}: {
  step: CaseStep;
  seen: StaffCase;
  isBusy: boolean;
  error: Error | null;
  onSay: (said: CaseStepBody) => void;
  onClose: () => void;
}) {
  const { language } = useReader();
  const t = useTexts(stepTexts);
  const frame = useTexts(frameTexts);
  const rule = caseRule(step);
  const [entry, setEntry] = useState<StepEntry>(() => ({ ...EMPTY_ENTRY, reportIds: onlyReport(seen) }));
  const [hasTried, setHasTried] = useState(false);
  const leadToWrong = useWrongFields();
  const asks = asksOf(seen);
  const faults = hasTried ? entryFaults(rule, entry, asks) : [];
  const set = (change: Partial<StepEntry>): void => setEntry((before) => ({ ...before, ...change }));
  const fields = { entry, faults, set };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setHasTried(true);
    if (entryFaults(rule, entry, asks).length > 0) {
      leadToWrong(event.currentTarget);
      return;
    }
    if (!isBusy) onSay(bodyOf(rule, entry));
  };
  const drawn = (need: Need) => {
    switch (need) {
      case 'reason':
        return (
          <Words
            key={need}
            {...fields}
            field="reason"
            label={step === 'reply' ? t.replyWords : t.reason}
            help={reasonHelp()}
          />
        );
      case 'article':
        return <Line key={need} {...fields} field="article" label={t.article} help={t.articleHelp} />;
      case 'serviceClass':
        return (
          <Choice
            key={need}
            {...fields}
            field="serviceClass"
            label={t.serviceClass}
            choices={CLASS_CHOICES}
          />
        );
      case 'assignment':
        return <AssignmentFields key={need} {...fields} step={step} seen={seen} />;
      case 'outcome':
        return (
          <div key={need} className="form">
            <Choice {...fields} field="outcome" label={t.outcome} choices={dismissalChoices(rule)} />
            {entry.outcome === 'bukanKewenangan' && (
              <Line {...fields} field="forwardTo" label={t.forwardTo} help={t.forwardToHelp} />
            )}
          </div>
        );
      case 'pause':
        return <PauseFields key={need} {...fields} />;
      case 'objection':
        return <ObjectionFields key={need} {...fields} seen={seen} />;
      case 'target':
        return <TargetField key={need} {...fields} seen={seen} />;
      case 'sanction':
        return <SanctionFields key={need} {...fields} seen={seen} />;
      case 'closing':
        return <ClosingFields key={need} {...fields} caseId={seen.caseId} />;
      case 'answer':
        return (
          <Words
            key={need}
            {...fields}
            field="answer"
            label={t.answer}
            help={seen.reports.length > 1 ? t.answerHelpSeveral : t.answerHelp}
          />
        );
      case 'recipients':
        return <RecipientFields key={need} {...fields} seen={seen} />;
      case 'assessment':
        return null;
    }
  };
  const reasonHelp = (): string =>
    step in REASON_HELP ? t[REASON_HELP[step as keyof typeof REASON_HELP]] : t.reasonHelp;
  return (
    <Dialog title={CASE_STEP_WORDS[step][language]} onClose={onClose}>
      {STEP_MEANS[step] !== undefined && <p>{STEP_MEANS[step][language]}</p>}
      {seen.recommended !== null && (step === 'confirmViolation' || step === 'confirmOutcome') && (
        <p>
          {t.recommended}: <strong>{OUTCOME_WORDS[seen.recommended].name[language]}</strong>
        </p>
      )}
      <form className="form" onSubmit={submit} noValidate>
        {rule.needs.map(drawn)}
        {error !== null && <Failure error={error} />}
        <div className="form-actions">
          <button type="submit" className="button-primary" aria-disabled={isBusy}>
            {CASE_STEP_WORDS[step][language]}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {frame.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Of steps whose reason is more than a note: what it is for. */
const REASON_HELP = {
  reply: 'replyHelp',
  close: 'endHelp',
  dismiss: 'endHelp',
  grantObjection: 'decisionHelp',
  dismissObjection: 'decisionHelp',
  handOver: 'handOverHelp',
} as const satisfies Partial<Record<CaseStep, string>>;

/** Where there is one report an answer is for that; of several somebody chooses. */
const onlyReport = ({ reports }: StaffCase): readonly string[] =>
  reports.length === 1 ? reports.map(({ reportId }) => reportId) : [];
