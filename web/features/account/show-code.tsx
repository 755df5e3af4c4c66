import { useState } from 'react';
import { stepSchema } from '#domain/accounts/account-answers';
import { useTexts } from '../../locale/feature-texts.ts';
import { FormField } from '../../ui/form-field.tsx';
import { CodeField, fieldOf, SendForm } from './form-parts.tsx';
import { texts } from './texts.ts';
import { useSending } from './use-sending.ts';

/** The second factor is shown: a code of the phone, or one of the backup codes. */
export function ShowCode({ onShown }: { onShown: () => void }) {
  const t = useTexts(texts);
  const [isBackup, setIsBackup] = useState(false);
  const { isSending, failure, ask } = useSending();
  const show = async (fields: FormData): Promise<void> => {
    const json = isBackup
      ? { backupCode: fieldOf(fields, 'backupCode').trim() }
      : { code: fieldOf(fields, 'code').replace(/\s/g, '') };
    const answer = await ask('/api/v1/accounts/second-factor', stepSchema, { method: 'POST', json });
    if (answer !== undefined) onShown();
  };
  return (
    <SendForm
      action={t.next}
      isSending={isSending}
      failure={failure}
      onSend={(fields) => void show(fields)}
      beside={
        <button type="button" className="link-button" onClick={() => setIsBackup(!isBackup)}>
          {isBackup ? t.useCode : t.useBackup}
        </button>
      }
    >
      {isBackup ? (
        <FormField label={t.backupCode}>
          {(control) => (
            <input {...control} name="backupCode" autoComplete="off" required minLength={6} maxLength={20} />
          )}
        </FormField>
      ) : (
        <CodeField label={t.code} />
      )}
    </SendForm>
  );
}
