import { type FormEvent, useState } from 'react';
import { caseFactsSchema, type StaffCase } from '#domain/violation-case/case-answers';
import { OUTCOME_WORDS, RECOMMENDABLE } from '#domain/violation-case/outcomes';
import { SANCTION_KINDS, SANCTION_WORDS } from '#domain/violation-case/sanctions';
import { CASE_STEP_WORDS } from '#domain/violation-case/state-words';
import { useAnnounce } from '../../app/announcer.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useRoundsAbout } from '../console-field/index.ts';
import {
  Failure,
  frameTexts,
  isOvertaken,
  useAct,
  useStaffQuery,
  useWrongFields,
} from '../console-frame/index.ts';
import {
  type AssessmentDraft,
  assessmentFaults,
  assessmentOf,
  EMPTY_ASSESSMENT,
  type FindingDraft,
  newFinding,
} from './assessment-entry.ts';
import { assessmentTexts } from './assessment-texts.ts';
import { casePath, takeStep } from './case-api.ts';
import { FindingFields } from './finding-fields.tsx';
import { foundOnSite, statedByPlan } from './stated-by-plan.ts';

/**
 * The assessment as somebody writes it, and sends it to whoever looks at it. It stays while the case changes around it: what
 * was written is only lost with the page.
 */
export function AssessmentForm({ seen, onChanged }: { seen: StaffCase; onChanged: () => void }) {
  const { language } = useReader();
  const t = useTexts(assessmentTexts);
  const frame = useTexts(frameTexts);
  const announce = useAnnounce();
  const leadToWrong = useWrongFields();
  const { isBusy, error, run } = useAct();
  const [draft, setDraft] = useState<AssessmentDraft>(EMPTY_ASSESSMENT);
  const [hasTried, setHasTried] = useState(false);
  const answer = useStaffQuery(`${casePath(seen.caseId)}/facts`, caseFactsSchema).data?.answer;
  const rounds = useRoundsAbout('report', seen.caseId).data?.rounds ?? [];
  const hasInspection = seen.inspections.some(({ isReached }) => isReached);
  const all = assessmentFaults(draft, hasInspection);
  const faults = hasTried ? all : [];
  const write = (change: Partial<AssessmentDraft>): void => setDraft((before) => ({ ...before, ...change }));
  const writeFinding = (key: string, change: Partial<FindingDraft>): void =>
    write({ findings: draft.findings.map((one) => (one.key === key ? { ...one, ...change } : one)) });
  const wrong = (name: string, words: string): string | null => (faults.includes(name) ? words : null);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setHasTried(true);
    const assessment = assessmentOf(draft);
    if (all.length > 0 || assessment === null) {
      leadToWrong(event.currentTarget);
      return;
    }
    void run(async () => {
      await takeStep(seen, 'recommend', { assessment }, language);
      announce(t.sent);
    }).then(onChanged);
  };
  return (
    <section className="block" aria-labelledby="penilaian">
      <h2 id="penilaian">{t.title}</h2>
      <p className="quiet">{t.lead}</p>
      {!hasInspection && <p>{t.noInspection}</p>}
      <form className="form" onSubmit={submit} noValidate>
        <FormField
          label={t.outcome}
          error={wrong('outcome', t.required) ?? wrong('inspection', t.needsInspection)}
        >
          {(control) => (
            <select
              {...control}
              value={draft.outcome}
              onChange={(event) => write({ outcome: event.target.value as AssessmentDraft['outcome'] })}
            >
              <option value="">{t.choose}</option>
              {RECOMMENDABLE.map((one) => (
                <option key={one} value={one}>
                  {OUTCOME_WORDS[one].name[language]}
                </option>
              ))}
            </select>
          )}
        </FormField>
        {draft.outcome === 'bukanKewenangan' && (
          <FormField label={t.forwardTo} error={wrong('forwardTo', t.required)}>
            {(control) => (
              <input
                {...control}
                maxLength={300}
                value={draft.forwardTo}
                onChange={(event) => write({ forwardTo: event.target.value })}
              />
            )}
          </FormField>
        )}
        <FormField label={t.summary} help={t.summaryHelp} error={wrong('summary', t.tooShort)}>
          {(control) => (
            <textarea
              {...control}
              maxLength={4_000}
              value={draft.summary}
              onChange={(event) => write({ summary: event.target.value })}
            />
          )}
        </FormField>
        {draft.findings.map((finding, index) => (
          <FindingFields
            key={finding.key}
            finding={finding}
            number={index + 1}
            faults={faults}
            stated={answer == null ? [] : statedByPlan(answer, finding.rule)}
            found={foundOnSite(rounds, finding.rule)}
            onChange={(change) => writeFinding(finding.key, change)}
            onRemove={() => write({ findings: draft.findings.filter(({ key }) => key !== finding.key) })}
          />
        ))}
        {faults.includes('findings') && (
          <p className="form-error" role="alert">
            {draft.outcome === 'terbukti' ? t.brokenMissing : t.brokenTooMuch}
          </p>
        )}
        <p>
          <button
            type="button"
            className="button"
            onClick={() => write({ findings: [...draft.findings, newFinding()] })}
          >
            {t.addRule}
          </button>
        </p>
        {draft.outcome === 'terbukti' && (
          <fieldset className="choices">
            <legend>{t.sanctions}</legend>
            {SANCTION_KINDS.map((kind) => (
              <label key={kind} className="choice">
                <input
                  type="checkbox"
                  checked={draft.sanctions.includes(kind)}
                  onChange={(event) =>
                    write({
                      sanctions: event.target.checked
                        ? [...draft.sanctions, kind]
                        : draft.sanctions.filter((one) => one !== kind),
                    })
                  }
                />
                <span className="choice-name">{SANCTION_WORDS[kind][language]}</span>
              </label>
            ))}
          </fieldset>
        )}
        {isOvertaken(error) && (
          <Notice title={frame.overtaken}>
            <p>{frame.overtakenHelp}</p>
          </Notice>
        )}
        {error !== null && !isOvertaken(error) && <Failure error={error} />}
        <div className="form-actions">
          <button type="submit" className="button-primary" aria-disabled={isBusy}>
            {CASE_STEP_WORDS.recommend[language]}
          </button>
        </div>
      </form>
    </section>
  );
}
