import { useEffect, useState } from 'react';
import {
  type SecondFactorSetUp,
  secondFactorSetUpSchema,
  selfSchema,
  stepSchema,
} from '#domain/accounts/account-answers';
import { useTexts } from '../../locale/feature-texts.ts';
import {
  goTo,
  Loading,
  Screen,
  useConsole,
  useConsoleAddress,
  useStaffQuery,
} from '../console-frame/index.ts';
import { BackupCodes } from './backup-codes.tsx';
import { CodeField, fieldOf, PasswordField, SendForm } from './form-parts.tsx';
import { takeJustTyped } from './just-typed.ts';
import { texts } from './texts.ts';
import { useSending } from './use-sending.ts';

/** A phone becomes the second key: password, square, backup codes, and a code as proof that it works. */
export function SecondFactorScreen() {
  const t = useTexts(texts);
  const [begun, setBegun] = useState<SecondFactorSetUp | null>(null);
  const { isSending, failure, ask } = useSending();
  const self = useStaffQuery('/api/v1/accounts/me', selfSchema);
  const begin = async (password: string): Promise<void> => {
    const json = self.data?.isPasswordSet === true ? { password } : {};
    const answer = await ask('/api/v1/accounts/second-factor/set-up', secondFactorSetUpSchema, {
      method: 'POST',
      json,
    });
    if (answer !== undefined) setBegun(answer);
  };
  // Whoever has typed it a moment ago is not asked again.
  const [typed] = useState(takeJustTyped);
  const isKnown = typed !== undefined && self.data?.isPasswordSet === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun once, as soon as it can be
  useEffect(() => {
    if (isKnown) void begin(typed);
  }, [isKnown]);
  return (
    <Screen title={t.setUpTitle} lead={t.setUpLead}>
      {begun === null && (self.data === undefined || (isKnown && failure === null)) ? (
        <Loading rows={1} />
      ) : begun === null ? (
        <SendForm
          action={t.setUpBegin}
          isSending={isSending}
          failure={failure}
          onSend={(fields) => void begin(fieldOf(fields, 'password'))}
        >
          {self.data?.isPasswordSet === true && (
            <PasswordField name="password" label={t.passwordAgain} kind="current-password" />
          )}
        </SendForm>
      ) : (
        <Confirm begun={begun} />
      )}
    </Screen>
  );
}

function Confirm({ begun: { secret, picture, backupCodes } }: { begun: SecondFactorSetUp }) {
  const t = useTexts(texts);
  const { query } = useConsoleAddress();
  const { refresh } = useConsole();
  const { isSending, failure, ask } = useSending();
  const confirm = async (fields: FormData): Promise<void> => {
    const json = { code: fieldOf(fields, 'code').replace(/\s/g, '') };
    const answer = await ask('/api/v1/accounts/second-factor', stepSchema, { method: 'POST', json });
    if (answer === undefined) return;
    await refresh();
    const next = query.get('lanjut') ?? '';
    goTo(/^\/konsol([/?]|$)/.test(next) ? next : '/konsol/akun', 'replace');
  };
  return (
    <div className="account-steps">
      <section className="block">
        <h2>{t.scan}</h2>
        <img
          className="account-square"
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`}
          width="220"
          height="220"
          alt={t.scanAlt}
        />
        <p>
          {t.orType} <code className="account-secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
      </section>
      <BackupCodes codes={backupCodes} />
      <SendForm
        action={t.confirm}
        isSending={isSending}
        failure={failure}
        onSend={(fields) => void confirm(fields)}
      >
        <CodeField label={t.confirmCode} />
      </SendForm>
    </div>
  );
}
