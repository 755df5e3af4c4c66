import { type Person, personSchema } from '#domain/accounts/account-answers';
import { useAnnounce } from '../../app/announcer.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SendForm } from './form-parts.tsx';
import { texts } from './people-texts.ts';
import { StandingFields, standingIn } from './standing-fields.tsx';
import { useSending } from './use-sending.ts';

/** Roles of one person, and what is done when a phone is lost or somebody leaves. */
export function ChangePerson({
  person,
  onClose,
  onChanged,
}: {
  person: Person;
  onClose: () => void;
  onChanged: () => void;
}) {
  const t = useTexts(texts);
  const announce = useAnnounce();
  const { isSending, failure, ask, tell } = useSending();
  const at = `/api/v1/staff/people/${person.accountId}`;
  const finish = (words: string): void => {
    announce(words);
    onChanged();
    onClose();
  };
  const save = async (fields: FormData): Promise<void> => {
    const { roles, producerId, kelurahanCode } = person;
    const json = { ...standingIn(fields), was: { roles, producerId, kelurahanCode } };
    const saved = await ask(`${at}/standing`, personSchema, { method: 'PUT', json });
    if (saved !== undefined) finish(t.saved(saved.name));
  };
  const act = async (path: string, method: 'POST' | 'DELETE'): Promise<void> => {
    const isDone = await tell(`${at}/${path}`, method === 'POST' ? { method, json: {} } : { method });
    if (isDone) finish(t.done);
  };
  return (
    <Dialog title={person.name} onClose={onClose}>
      <p className="quiet">{person.email}</p>
      <SendForm
        action={t.save}
        isSending={isSending}
        failure={failure}
        onSend={(fields) => void save(fields)}
        beside={
          <button type="button" className="button" onClick={onClose}>
            {t.cancel}
          </button>
        }
      >
        <StandingFields standing={person} />
      </SendForm>
      <section className="block">
        <h3>{t.more}</h3>
        <ul className="account-actions">
          <li>
            <button type="button" className="button" onClick={() => void act('new-password', 'POST')}>
              {t.sendPassword}
            </button>
          </li>
          <li>
            <button type="button" className="button" onClick={() => void act('sessions', 'DELETE')}>
              {t.endSessions}
            </button>
          </li>
          {person.hasSecondFactor && (
            <li>
              <button type="button" className="button" onClick={() => void act('second-factor', 'DELETE')}>
                {t.removeFactor}
              </button>
              <p className="quiet">{t.removeFactorHelp}</p>
            </li>
          )}
          <li>
            <button
              type="button"
              className="button"
              onClick={() => void act(person.isClosed ? 'open' : 'close', 'POST')}
            >
              {person.isClosed ? t.open : t.close}
            </button>
            {!person.isClosed && <p className="quiet">{t.closeHelp}</p>}
          </li>
        </ul>
      </section>
    </Dialog>
  );
}
