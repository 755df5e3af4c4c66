import { useEffect, useState } from 'react';
import { invitationReadSchema, stepSchema } from '#domain/accounts/account-answers';
import { ROLE_TITLES } from '#domain/accounts/role';
import { askStaff } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, goTo, Loading, Moment, Screen, useConsole, Who } from '../console-frame/index.ts';
import { fieldOf, PasswordField, SendForm } from './form-parts.tsx';
import { keepJustTyped } from './just-typed.ts';
import { texts } from './texts.ts';
import { useSending } from './use-sending.ts';

/** The secret stands behind #: no server and no log is told it by the address. */
const readToken = (): string => window.location.hash.slice(1);

/** An invitation is opened: who it is for, and a password is chosen. */
export function InvitationScreen() {
  const t = useTexts(texts);
  const { language } = useReader();
  const [token] = useState(readToken);
  const [read, setRead] = useState<ReturnType<typeof invitationReadSchema.parse> | null>(null);
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => {
    if (token === '') return;
    askStaff('/api/v1/accounts/invitations/read', invitationReadSchema, language, {
      method: 'POST',
      json: { token },
    }).then(setRead, setError);
  }, [token, language]);
  if (token === '')
    return (
      <Screen title={t.invitation}>
        <p>{t.invitationNone}</p>
      </Screen>
    );
  return (
    <Screen title={t.invitation} lead={read !== null && t.invitationLead(read.email)}>
      {error !== null && <Failure error={error} />}
      {error === null && read === null && <Loading rows={2} />}
      {read !== null && (
        <>
          <dl className="facts-list">
            <div>
              <dt>{t.roles}</dt>
              <dd>{read.roles.map((role) => ROLE_TITLES[role][language]).join(', ') || t.noRole}</dd>
            </div>
            {read.producer !== null && (
              <div>
                <dt>{t.agency}</dt>
                <dd>{read.producer}</dd>
              </div>
            )}
            <div>
              <dt>{t.invitedBy}</dt>
              <dd>
                <Who person={read.inviter === null ? null : { name: read.inviter }} />
              </dd>
            </div>
            <div>
              <dt>{t.holdsUntil}</dt>
              <dd>
                <Moment at={read.expiresAt} />
              </dd>
            </div>
          </dl>
          <Accept token={token} name={read.name} isNewPassword={read.isNewPassword} email={read.email} />
        </>
      )}
    </Screen>
  );
}

function Accept({
  token,
  name,
  email,
  isNewPassword,
}: {
  token: string;
  name: string | null;
  email: string;
  isNewPassword: boolean;
}) {
  const t = useTexts(texts);
  const { refresh } = useConsole();
  const { isSending, failure, ask } = useSending();
  const accept = async (fields: FormData): Promise<void> => {
    const json = { token, name: name ?? fieldOf(fields, 'name'), password: fieldOf(fields, 'password') };
    const answer = await ask('/api/v1/accounts/invitations/accept', stepSchema, { method: 'POST', json });
    if (answer === undefined) return;
    if (answer.next === 'setUpSecondFactor') keepJustTyped(json.password);
    await refresh();
    if (answer.next === 'secondFactor') goTo('/konsol/masuk?langkah=kode', 'replace');
    else goTo(answer.next === 'setUpSecondFactor' ? '/konsol/akun/dua-langkah' : '/konsol', 'replace');
  };
  return (
    <SendForm
      action={isNewPassword ? t.setNew : t.accept}
      isSending={isSending}
      failure={failure}
      onSend={(fields) => void accept(fields)}
    >
      {/* So that a manager of passwords keeps the address with the new password. */}
      <input
        className="hidden-visually"
        type="email"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      {name === null && (
        <FormField label={t.name} help={t.nameHelp}>
          {(control) => <input {...control} name="name" autoComplete="name" required maxLength={200} />}
        </FormField>
      )}
      <PasswordField name="password" label={t.newPassword} help={t.passwordHelp} kind="new-password" />
    </SendForm>
  );
}
