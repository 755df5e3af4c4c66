import { useEffect, useState } from 'react';
import { addressSchema, type SignInStep, stepSchema, waysSchema } from '#domain/accounts/account-answers';
import { useTexts } from '../../locale/feature-texts.ts';
import { FormField } from '../../ui/form-field.tsx';
import { goTo, Screen, useConsole, useConsoleAddress, useStaffQuery } from '../console-frame/index.ts';
import { fieldOf, PasswordField, SendForm } from './form-parts.tsx';
import { keepJustTyped } from './just-typed.ts';
import { ShowCode } from './show-code.tsx';
import { texts } from './texts.ts';
import { useSending } from './use-sending.ts';

/** Where to go after signing in: an address of the console, never of another site. */
const nextOf = (query: URLSearchParams): string => {
  const asked = query.get('lanjut') ?? '';
  return /^\/konsol([/?]|$)/.test(asked) && !asked.startsWith('/konsol/masuk') ? asked : '/konsol';
};

/** Address and password, then the code of the phone; back to where somebody wanted to be. */
export function SignInScreen() {
  const t = useTexts(texts);
  const { query } = useConsoleAddress();
  const { member, refresh } = useConsole();
  const [step, setStep] = useState<SignInStep | null>(
    query.get('langkah') === 'kode' ? 'secondFactor' : null,
  );
  const next = nextOf(query);
  // Who is signed in already has nothing to do here but to show the code, where that is missing.
  const isHalf = member?.isSecondFactorSet === true && !member.hasSecondFactor;
  useEffect(() => {
    if (member?.hasSecondFactor === true) goTo(next, 'replace');
  }, [member, next]);
  const go = async (reached: SignInStep): Promise<void> => {
    if (reached === 'secondFactor') return setStep(reached);
    await refresh();
    const setUp = `/konsol/akun/dua-langkah?lanjut=${encodeURIComponent(next)}`;
    goTo(reached === 'setUpSecondFactor' ? setUp : next, 'replace');
  };
  if (step === 'secondFactor' || isHalf)
    return (
      <Screen title={t.codeTitle} lead={t.codeLead} key="code">
        <ShowCode onShown={() => void go('signedIn')} />
      </Screen>
    );
  return (
    <Screen title={t.signIn} lead={t.signInLead} key="password">
      {query.get('sso') === 'gagal' && (
        <p className="form-error" role="alert">
          {t.singleSignOnFailed}
        </p>
      )}
      <PasswordForm onStep={(reached) => void go(reached)} />
      <p className="quiet">{t.lost}</p>
    </Screen>
  );
}

function PasswordForm({ onStep }: { onStep: (step: SignInStep) => void }) {
  const t = useTexts(texts);
  const { isSending, failure, ask } = useSending();
  const ways = useStaffQuery('/api/v1/accounts/ways', waysSchema);
  const name = ways.data?.singleSignOn ?? null;
  const signIn = async (fields: FormData): Promise<void> => {
    const json = { email: fieldOf(fields, 'email'), password: fieldOf(fields, 'password') };
    const answer = await ask('/api/v1/accounts/sign-in', stepSchema, { method: 'POST', json });
    if (answer?.next === 'setUpSecondFactor') keepJustTyped(json.password);
    if (answer !== undefined) onStep(answer.next);
  };
  const leave = async (): Promise<void> => {
    const answer = await ask('/api/v1/accounts/single-sign-on', addressSchema, { method: 'POST', json: {} });
    if (answer !== undefined) window.location.assign(answer.url);
  };
  return (
    <SendForm
      action={t.signIn}
      isSending={isSending}
      failure={failure}
      onSend={(fields) => void signIn(fields)}
      beside={
        name !== null && (
          <button type="button" className="button" onClick={() => void leave()}>
            {t.singleSignOn(name)}
          </button>
        )
      }
    >
      <FormField label={t.email}>
        {(control) => (
          <input {...control} type="email" name="email" autoComplete="username" required maxLength={254} />
        )}
      </FormField>
      <PasswordField name="password" label={t.password} kind="current-password" />
    </SendForm>
  );
}
