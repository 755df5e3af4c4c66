import { useRef, useState } from 'react';
import { nikFault } from '#domain/krk/personal';
import { type Erased, erasedSchema, exportedSchema } from '#domain/krk/subject-request';
import { useAnnounce } from '../../app/announcer.tsx';
import { askStaff } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, frameTexts, Screen, useAct, useWrongFields } from '../console-frame/index.ts';
import { texts } from './texts.ts';

const PATH = '/api/v1/staff/personal-data';
type Outcome =
  | { readonly what: 'taken'; readonly tickets: readonly string[] }
  | ({ readonly what: 'erased' } & Erased);

/** Everything that is kept about a person, taken away or erased, on behalf of its owner and with a reason. */
export function PersonalDataScreen() {
  const { language } = useReader();
  const t = useTexts(texts);
  const frame = useTexts(frameTexts);
  const announce = useAnnounce();
  const form = useRef<HTMLFormElement>(null);
  const [said, setSaid] = useState({ nik: '', reason: '' });
  const [hasTried, setHasTried] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { isBusy, error, run } = useAct();
  const leadToWrong = useWrongFields();
  const body = { nik: said.nik.replaceAll(/\s/g, ''), reason: said.reason.trim() };
  const isNik = nikFault(body.nik) === null;
  const isReason = body.reason.length >= 5;
  const tryOut = (act: () => void): void => {
    setHasTried(true);
    if (isNik && isReason) act();
    else if (form.current !== null) leadToWrong(form.current);
  };
  const take = (): void =>
    void run(async () => {
      const told = await askStaff(`${PATH}/export`, exportedSchema, language, { method: 'POST', json: body });
      const { applications } = told;
      if (applications.length > 0) saveFile(JSON.stringify(told, null, 2));
      setOutcome({ what: 'taken', tickets: applications.map(({ ticket }) => ticket) });
      announce(applications.length === 0 ? t.none : t.taken(applications.length));
    });
  const erase = (): void =>
    void run(async () => {
      const told = await askStaff(`${PATH}/erase`, erasedSchema, language, { method: 'POST', json: body });
      setIsAsking(false);
      setOutcome({ what: 'erased', ...told });
      setSaid({ nik: '', reason: '' });
      setHasTried(false);
      announce(t.erased(told.erased.length));
    });
  return (
    <Screen title={t.title} lead={t.lead}>
      <form
        className="form"
        ref={form}
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          tryOut(take);
        }}
      >
        <FormField label={t.nik} help={t.nikHelp} error={hasTried && !isNik ? t.nikWrong : null}>
          {(control) => (
            <input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              maxLength={24}
              value={said.nik}
              onChange={(event) => setSaid({ ...said, nik: event.target.value })}
            />
          )}
        </FormField>
        <FormField label={t.reason} help={t.reasonHelp} error={hasTried && !isReason ? t.reasonShort : null}>
          {(control) => (
            <textarea
              {...control}
              maxLength={1_000}
              value={said.reason}
              onChange={(event) => setSaid({ ...said, reason: event.target.value })}
            />
          )}
        </FormField>
        {error !== null && !isAsking && <Failure error={error} />}
        <div className="form-actions">
          <button type="submit" className="button-primary" aria-disabled={isBusy}>
            {t.take}
          </button>
          <button type="button" className="button" onClick={() => tryOut(() => setIsAsking(true))}>
            {t.erase}
          </button>
        </div>
      </form>
      {outcome !== null && <Told outcome={outcome} />}
      {isAsking && (
        <Dialog title={t.eraseTitle} onClose={() => setIsAsking(false)}>
          <p>
            NIK <span className="tabular">{body.nik}</span>
          </p>
          <p>{t.eraseMeans}</p>
          <p>{t.eraseStays}</p>
          {error !== null && <Failure error={error} />}
          <div className="form-actions">
            <button type="button" className="button-primary" aria-disabled={isBusy} onClick={erase}>
              {t.eraseNow}
            </button>
            <button type="button" className="button" onClick={() => setIsAsking(false)}>
              {frame.cancel}
            </button>
          </div>
        </Dialog>
      )}
    </Screen>
  );
}

function Told({ outcome }: { outcome: Outcome }) {
  const t = useTexts(texts);
  if (outcome.what === 'taken')
    return outcome.tickets.length === 0 ? (
      <p>{t.none}</p>
    ) : (
      <section className="block" aria-label={t.taken(outcome.tickets.length)}>
        <p>{t.taken(outcome.tickets.length)}</p>
        <Tickets tickets={outcome.tickets} />
        <p>{t.careful}</p>
      </section>
    );
  const { erased, kept } = outcome;
  if (erased.length === 0 && kept.length === 0) return <p>{t.none}</p>;
  return (
    <section className="block" aria-label={t.erased(erased.length)}>
      <p>{t.erased(erased.length)}</p>
      <Tickets tickets={erased} />
      {kept.length > 0 && (
        <>
          <h2>{t.kept}</h2>
          <ul>
            {kept.map(({ ticket, why, number }) => (
              <li key={ticket}>
                <span className="tabular">{ticket}</span>:{' '}
                {why === 'archive' ? t.archive(number ?? '') : t.underWay}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const Tickets = ({ tickets }: { tickets: readonly string[] }) => (
  <ul>
    {tickets.map((ticket) => (
      <li key={ticket} className="tabular">
        {ticket}
      </li>
    ))}
  </ul>
);

function saveFile(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'data-pribadi.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
