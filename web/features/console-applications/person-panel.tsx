import { type FormEvent, useState } from 'react';
import type { MaskedPerson, StaffApplication } from '#domain/krk/application-answers';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, useAct } from '../console-frame/index.ts';
import { readPerson, revealNik } from './application-api.ts';
import { texts } from './texts.ts';

/** Who asks: shown when it is asked for, the NIK by its ends until a reason is given. Each look is in the log. */
export function PersonPanel({ seen }: { seen: StaffApplication }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const [person, setPerson] = useState<MaskedPerson | null>(null);
  const [niks, setNiks] = useState<ReadonlyMap<string, string>>(new Map());
  const [reason, setReason] = useState('');
  const { isBusy, error, run } = useAct();
  const show = (): void => void run(async () => setPerson(await readPerson(seen, language)));
  const reveal = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      const told = await revealNik(seen, reason.trim(), language);
      setNiks(new Map(told.niks.map(({ as, nik }) => [as, nik])));
    });
  };
  return (
    <section className="block" aria-label={t.person}>
      <h2>{t.person}</h2>
      {person === null ? (
        <p>
          <button type="button" className="button" aria-disabled={isBusy} onClick={show}>
            {t.showPerson}
          </button>{' '}
          <span className="quiet">{t.personLogged}</span>
        </p>
      ) : (
        <>
          {person.bodyName !== null && <p>{person.bodyName}</p>}
          {person.people.map((one) => (
            <p key={one.as}>
              <strong>{one.name}</strong>, NIK <span className="tabular">{niks.get(one.as) ?? one.nik}</span>
              <br />
              {[one.address, one.phone, one.email].filter((text) => text !== null).join(', ')}
            </p>
          ))}
          {niks.size === 0 && (
            <form className="form" onSubmit={reveal}>
              <FormField label={t.revealReason} help={t.personLogged}>
                {(control) => (
                  <input
                    {...control}
                    required
                    minLength={5}
                    value={reason}
                    onChange={(event) => setReason(event.target.value)}
                  />
                )}
              </FormField>
              <div className="form-actions">
                <button type="submit" className="button" aria-disabled={isBusy}>
                  {t.reveal}
                </button>
              </div>
            </form>
          )}
        </>
      )}
      {error !== null && <Failure error={error} />}
    </section>
  );
}
