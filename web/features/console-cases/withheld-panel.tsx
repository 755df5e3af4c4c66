import { type FormEvent, useState } from 'react';
import type { StaffCase } from '#domain/violation-case/case-answers';
import { useAnnounce } from '../../app/announcer.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Failure, useAct } from '../console-frame/index.ts';
import { discloseCase } from './case-api.ts';
import { conflictTexts } from './conflict-texts.ts';

/** A case about somebody of the government, as long as few read it: who does, and how it is opened for the others. */
export function WithheldPanel({ seen, onChanged }: { seen: StaffCase; onChanged: () => void }) {
  const { language } = useReader();
  const t = useTexts(conflictTexts);
  const announce = useAnnounce();
  const { isBusy, error, run } = useAct();
  const [why, setWhy] = useState('');
  if (!seen.isWithheld) return null;
  const open = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      await discloseCase(seen, why.trim(), language);
      announce(t.disclosed);
    }).then(onChanged);
  };
  return (
    <section className="block" aria-label={t.withheld}>
      <Notice title={t.withheld}>
        <p>{t.withheldHelp}</p>
        {seen.mayDisclose && (
          <details>
            <summary>{t.disclose}</summary>
            <form className="form" onSubmit={open}>
              <p>{t.discloseHelp}</p>
              <FormField label={t.why}>
                {(control) => (
                  <textarea
                    {...control}
                    required
                    minLength={5}
                    maxLength={4_000}
                    value={why}
                    onChange={(event) => setWhy(event.target.value)}
                  />
                )}
              </FormField>
              <div className="form-actions">
                <button type="submit" className="button" aria-disabled={isBusy}>
                  {t.disclose}
                </button>
              </div>
            </form>
          </details>
        )}
        {error !== null && <Failure error={error} />}
      </Notice>
    </section>
  );
}
