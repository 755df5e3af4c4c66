import type { StaffApplication, StepBody } from '#domain/krk/application-answers';
import { useTexts } from '../../locale/feature-texts.ts';
import { FormField } from '../../ui/form-field.tsx';
import { texts } from './texts.ts';

type Signing = NonNullable<StepBody['signing']>;

export const NO_SIGNING: Signing = { identity: '', passphrase: '' };

/** Which of them is missing, where the signer asks for them. */
export const isSigningMissing = (signer: StaffApplication['signer'], signing: Signing): boolean =>
  signer.asksPassphrase && (signing.identity.trim() === '' || signing.passphrase === '');

/** Whose signature the document will bear, and what that signer asks for. Nothing of it is kept by the browser. */
export function SigningFields({
  signer,
  signing,
  hasTried,
  onChange,
}: {
  signer: StaffApplication['signer'];
  signing: Signing;
  hasTried: boolean;
  onChange: (signing: Signing) => void;
}) {
  const t = useTexts(texts);
  return (
    <>
      <p>
        {t.signer}: <strong>{signer.name}</strong>
      </p>
      {signer.asksPassphrase && (
        <>
          <FormField
            label={t.identity}
            error={hasTried && signing.identity.trim() === '' ? t.required : null}
          >
            {(control) => (
              <input
                {...control}
                autoComplete="off"
                maxLength={254}
                value={signing.identity}
                onChange={(event) => onChange({ ...signing, identity: event.target.value })}
              />
            )}
          </FormField>
          <FormField
            label={t.passphrase}
            help={t.passphraseHelp}
            error={hasTried && signing.passphrase === '' ? t.required : null}
          >
            {(control) => (
              <input
                {...control}
                type="password"
                autoComplete="off"
                maxLength={200}
                value={signing.passphrase}
                onChange={(event) => onChange({ ...signing, passphrase: event.target.value })}
              />
            )}
          </FormField>
        </>
      )}
    </>
  );
}
