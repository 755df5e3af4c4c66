import { useState } from 'react';
import * as z from 'zod/mini';
import { backupCodesSchema, selfSchema, sessionsSchema } from '#domain/accounts/account-answers';
import { ROLE_TITLES } from '#domain/accounts/role';
import { useAnnounce } from '../../app/announcer.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Mark } from '../../ui/mark.tsx';
import {
  ConsoleLink,
  Failure,
  goTo,
  Loading,
  Moment,
  Screen,
  useConsole,
  useStaffQuery,
} from '../console-frame/index.ts';
import { BackupCodes } from './backup-codes.tsx';
import { fieldOf, PasswordField, SendForm } from './form-parts.tsx';
import { nameDevice } from './name-device.ts';
import { texts } from './texts.ts';
import { useSending } from './use-sending.ts';

/** One's own account: who one is here, the second factor, the password, and every device that is signed in. */
export function AccountScreen() {
  const t = useTexts(texts);
  const { language } = useReader();
  const self = useStaffQuery('/api/v1/accounts/me', selfSchema);
  const own = self.data;
  return (
    <Screen title={t.account} lead={own?.email}>
      {self.error !== null && <Failure error={self.error} onRetry={self.refetch} />}
      {own === undefined ? (
        self.error === null && <Loading />
      ) : (
        <>
          <dl className="facts-list">
            <div>
              <dt>{t.roles}</dt>
              <dd>{own.roles.map((role) => ROLE_TITLES[role][language]).join(', ') || t.noRole}</dd>
            </div>
            {own.producer !== null && (
              <div>
                <dt>{t.producer}</dt>
                <dd>{own.producer}</dd>
              </div>
            )}
            {own.kelurahanCode !== null && (
              <div>
                <dt>{t.kelurahan}</dt>
                <dd>{own.kelurahanCode}</dd>
              </div>
            )}
          </dl>
          <section className="block">
            <h2>{t.secondFactor}</h2>
            {own.isSecondFactorSet ? (
              <>
                <p>
                  <Mark tone="good" icon="check">
                    {t.isSet}
                  </Mark>
                </p>
                <NewCodes isPasswordSet={own.isPasswordSet} />
              </>
            ) : (
              <>
                <p>
                  <Mark tone="warn" icon="warning">
                    {t.isNotSet}
                  </Mark>
                </p>
                <p>
                  <ConsoleLink className="button-primary" href="/konsol/akun/dua-langkah">
                    {t.setUp}
                  </ConsoleLink>
                </p>
              </>
            )}
          </section>
          {own.isPasswordSet && <ChangePassword />}
          <Sessions />
        </>
      )}
    </Screen>
  );
}

function NewCodes({ isPasswordSet }: { isPasswordSet: boolean }) {
  const t = useTexts(texts);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { isSending, failure, ask } = useSending();
  const make = async (fields: FormData): Promise<void> => {
    const json = isPasswordSet ? { password: fieldOf(fields, 'password') } : {};
    const path = '/api/v1/accounts/second-factor/backup-codes';
    const answer = await ask(path, backupCodesSchema, { method: 'POST', json });
    if (answer !== undefined) setCodes(answer.backupCodes);
  };
  if (codes !== null) return <BackupCodes codes={codes} />;
  return (
    <details className="account-more">
      <summary>{t.newCodes}</summary>
      <SendForm
        action={t.newCodes}
        isSending={isSending}
        failure={failure}
        onSend={(fields) => void make(fields)}
      >
        <p>{t.newCodesHelp}</p>
        {isPasswordSet && <PasswordField name="password" label={t.passwordAgain} kind="current-password" />}
      </SendForm>
    </details>
  );
}

const changedSchema = z.object({ sessionsEnded: z.number() });

function ChangePassword() {
  const t = useTexts(texts);
  const announce = useAnnounce();
  const [said, setSaid] = useState<string | null>(null);
  const { isSending, failure, ask } = useSending();
  const change = async (fields: FormData): Promise<void> => {
    const json = { current: fieldOf(fields, 'current'), wanted: fieldOf(fields, 'wanted') };
    const answer = await ask('/api/v1/accounts/password', changedSchema, { method: 'POST', json });
    if (answer === undefined) return;
    setSaid(t.changed(answer.sessionsEnded));
    announce(t.changed(answer.sessionsEnded));
  };
  return (
    <section className="block">
      <h2>{t.changePassword}</h2>
      {said !== null ? (
        <p>{said}</p>
      ) : (
        <SendForm
          action={t.changePassword}
          isSending={isSending}
          failure={failure}
          onSend={(fields) => void change(fields)}
        >
          <PasswordField name="current" label={t.currentPassword} kind="current-password" />
          <PasswordField name="wanted" label={t.newPassword} help={t.passwordHelp} kind="new-password" />
        </SendForm>
      )}
    </section>
  );
}

function Sessions() {
  const t = useTexts(texts);
  const announce = useAnnounce();
  const { refresh } = useConsole();
  const list = useStaffQuery('/api/v1/accounts/sessions', sessionsSchema);
  const { failure, tell } = useSending();
  const end = async (sessionId: string): Promise<void> => {
    if (!(await tell(`/api/v1/accounts/sessions/${sessionId}`, { method: 'DELETE' }))) return;
    announce(t.ended);
    list.refetch();
  };
  const endAll = async (): Promise<void> => {
    if (!(await tell('/api/v1/accounts/sessions', { method: 'DELETE' }))) return;
    await refresh();
    goTo('/konsol/masuk', 'replace');
  };
  return (
    <section className="block">
      <h2>{t.sessions}</h2>
      {list.error !== null && <Failure error={list.error} onRetry={list.refetch} />}
      <ul className="rows">
        {list.data?.sessions.map(({ sessionId, createdAt, expiresAt, address, userAgent, isThisOne }) => {
          const device = nameDevice(userAgent) ?? t.unknownDevice;
          return (
            <li key={sessionId} className="row-plain">
              <div>
                <p className="row-title">{isThisOne ? `${device} – ${t.thisOne}` : device}</p>
                <p className="row-facts">
                  <span>
                    {t.since} <Moment at={createdAt} />
                  </span>
                  <span>
                    {t.until} <Moment at={expiresAt} />
                  </span>
                  {address !== null && <span>{address}</span>}
                </p>
              </div>
              {!isThisOne && (
                <button
                  type="button"
                  className="button"
                  aria-label={t.endLabel(device)}
                  onClick={() => void end(sessionId)}
                >
                  {t.end}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {failure !== null && (
        <p className="form-error" role="alert">
          {failure}
        </p>
      )}
      <p>
        <button type="button" className="button" onClick={() => void endAll()}>
          {t.endAll}
        </button>
      </p>
    </section>
  );
}
