import { type FormEvent, useState } from 'react';
import { reachOf } from '#domain/accounts/rights';
import { SUBJECTS } from '#domain/field-round/subject-kind';
import type { StaffApplication, StepBody } from '#domain/krk/application-answers';
import { STEP_WORDS } from '#domain/krk/state-words';
import { type ApplicationStep, stepRow } from '#domain/krk/states';
import { useAnnounce } from '../../app/announcer.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { isSigningMissing, NO_SIGNING, SigningFields } from '../console-documents/index.ts';
import { FIELD_PLACE } from '../console-field/index.ts';
import {
  ConsoleLink,
  Failure,
  frameTexts,
  isOvertaken,
  StepWays,
  useAct,
  useConsole,
  useWrongFields,
} from '../console-frame/index.ts';
import { takeStep } from './application-api.ts';
import { settingName } from './setting-names.ts';
import { STEP_MEANS } from './step-means.ts';
import { texts } from './texts.ts';

/** The steps that this person can take now, as the table of states has them; the first goes forward. */
export function StepPanel({
  seen,
  onChanged,
}: {
  seen: StaffApplication;
  /** @param told how it stands now; null when it failed and has to be asked again */
  onChanged: (told: StaffApplication | null) => void;
}) {
  const { language } = useReader();
  const t = useTexts(texts);
  const announce = useAnnounce();
  const [opened, setOpened] = useState<ApplicationStep | null>(null);
  const { isBusy, error, run } = useAct();
  const take = (step: ApplicationStep, said: StepBody): void =>
    void run(async () => {
      onChanged(await takeStep(seen, step, said, language));
      setOpened(null);
      announce(t.done);
    }).then((isDone) => {
      if (!isDone) onChanged(null);
    });
  const asks = (step: ApplicationStep): boolean =>
    step === 'sign' || stepRow(step).needs.some((need) => need !== 'result');
  // What takes it on comes first; what stops it or sends it back needs a reason.
  const isForward = (step: ApplicationStep): boolean => !stepRow(step).needs.includes('reason');
  const steps = [...seen.steps.filter(isForward), ...seen.steps.filter((step) => !isForward(step))];
  return (
    <>
      <StepWays
        ways={steps.map((step) => ({
          step,
          name: STEP_WORDS[step][language],
          means: STEP_MEANS[step]?.[language],
          missing: seen.missingSettings[step]?.map((name) => settingName(name, language)) ?? null,
          isForward: isForward(step),
        }))}
        isBusy={isBusy}
        error={opened === null || isOvertaken(error) ? error : null}
        nothing={seen.state === 'survei' ? null : t.nothing}
        onTake={(step) => (asks(step) ? setOpened(step) : take(step, {}))}
      >
        {seen.reservedNumber !== null && <p>{t.reserved(seen.reservedNumber)}</p>}
        {seen.state === 'survei' && <SurveyWay />}
      </StepWays>
      {opened !== null && (
        <StepDialog
          step={opened}
          signer={seen.signer}
          isBusy={isBusy}
          error={error}
          onSay={(said) => take(opened, said)}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

/** A survey is no button: it ends with its round, for whoever goes out. */
function SurveyWay() {
  const t = useTexts(texts);
  const { member } = useConsole();
  const mayGo = member !== null && reachOf(member, SUBJECTS.application.workAction).length > 0;
  return (
    <>
      <p>{t.surveyWay}</p>
      {mayGo && (
        <p>
          <ConsoleLink className="button-primary" href={FIELD_PLACE}>
            {t.surveyGo}
          </ConsoleLink>
        </p>
      )}
    </>
  );
}

/** What a step must be told before it is taken. */
function StepDialog({
  step,
  signer,
  isBusy,
  error,
  onSay,
  onClose,
}: {
  step: ApplicationStep;
  signer: StaffApplication['signer'];
  isBusy: boolean;
  error: Error | null;
  onSay: (said: StepBody) => void;
  onClose: () => void;
}) {
  const { language } = useReader();
  const t = useTexts(texts);
  const frame = useTexts(frameTexts);
  const [said, setSaid] = useState({ reason: '', article: '' });
  const [signing, setSigning] = useState(NO_SIGNING);
  const [hasTried, setHasTried] = useState(false);
  const isSigning = step === 'sign';
  const needs = (['reason', 'article'] as const).filter((need) => stepRow(step).needs.includes(need));
  const isEmpty = (need: 'reason' | 'article'): boolean => said[need].trim() === '';
  const leadToWrong = useWrongFields();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setHasTried(true);
    if (needs.some(isEmpty) || (isSigning && isSigningMissing(signer, signing))) {
      leadToWrong(event.currentTarget);
      return;
    }
    onSay({
      ...Object.fromEntries(needs.map((need) => [need, said[need].trim()])),
      ...(isSigning && signer.asksPassphrase ? { signing } : {}),
    });
  };
  return (
    <Dialog title={STEP_WORDS[step][language]} onClose={onClose}>
      {STEP_MEANS[step] !== undefined && <p>{STEP_MEANS[step][language]}</p>}
      <form className="form" onSubmit={submit} noValidate>
        {needs.map((need) => (
          <FormField key={need} label={t[need]} error={hasTried && isEmpty(need) ? t.required : null}>
            {(control) => (
              <textarea
                {...control}
                value={said[need]}
                onChange={(event) => setSaid({ ...said, [need]: event.target.value })}
              />
            )}
          </FormField>
        ))}
        {isSigning && (
          <SigningFields signer={signer} signing={signing} hasTried={hasTried} onChange={setSigning} />
        )}
        {error !== null && <Failure error={error} />}
        <div className="form-actions">
          <button type="submit" className="button-primary" aria-disabled={isBusy}>
            {STEP_WORDS[step][language]}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {frame.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
