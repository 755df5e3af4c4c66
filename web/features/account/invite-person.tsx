import * as z from 'zod/mini';
import { LANGUAGES } from '#domain/language';
import { useAnnounce } from '../../app/announcer.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { fieldOf, SendForm } from './form-parts.tsx';
import { texts } from './people-texts.ts';
import { StandingFields, standingIn } from './standing-fields.tsx';
import { useSending } from './use-sending.ts';

const LANGUAGE_NAMES = { id: 'Bahasa Indonesia', en: 'English' } as const;
const NOTHING = { roles: [], producerId: null, kelurahanCode: null };

/** Somebody is invited by mail. */
export function InvitePerson({ onClose, onSent }: { onClose: () => void; onSent: () => void }) {
  const t = useTexts(texts);
  const announce = useAnnounce();
  const { isSending, failure, ask } = useSending();
  const send = async (fields: FormData): Promise<void> => {
    const email = fieldOf(fields, 'email').trim();
    const json = { ...standingIn(fields), email, language: fieldOf(fields, 'language') };
    const made = await ask('/api/v1/staff/people/invitations', z.object({ invitationId: z.string() }), {
      method: 'POST',
      json,
    });
    if (made === undefined) return;
    announce(t.sent(email));
    onSent();
    onClose();
  };
  return (
    <Dialog title={t.invite} onClose={onClose}>
      <p>{t.inviteHelp}</p>
      <SendForm
        action={t.send}
        isSending={isSending}
        failure={failure}
        onSend={(fields) => void send(fields)}
        beside={
          <button type="button" className="button" onClick={onClose}>
            {t.cancel}
          </button>
        }
      >
        <FormField label={t.email}>
          {(control) => (
            <input {...control} type="email" name="email" autoComplete="off" required maxLength={254} />
          )}
        </FormField>
        <StandingFields standing={NOTHING} />
        <FormField label={t.language}>
          {(control) => (
            <select {...control} name="language">
              {LANGUAGES.map((language) => (
                <option key={language} value={language}>
                  {LANGUAGE_NAMES[language]}
                </option>
              ))}
            </select>
          )}
        </FormField>
      </SendForm>
    </Dialog>
  );
}
