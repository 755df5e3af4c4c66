import { useRef, useState } from 'react';
import {
  type Erased,
  erasedSchema,
  exportedSchema,
  subjectKeysSchema,
} from '#domain/personal-data/subject-request';
import { useAnnounce } from '../../app/announcer.tsx';
import { askStaff } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, frameTexts, Screen, useAct, useWrongFields } from '../console-frame/index.ts';
import { texts } from './texts.ts';

const PATH = '/api/v1/staff/personal-data';
const KEYS = ['nik', 'email', 'phone'] as const;
type Key = (typeof KEYS)[number];
type Outcome =
  | ({ readonly what: 'taken' } & Readonly<
      Record<'applications' | 'reports' | 'corrections', readonly string[]>
    >)
  | ({ readonly what: 'erased' } & Erased);

const NOTHING = { nik: '', email: '', phone: '', reason: '' };

/** What was typed to look for somebody by; what was left empty is not asked for. */
function keysOf({ nik, email, phone }: typeof NOTHING): { readonly [K in Key]?: string } {
  const typed = { nik: nik.replaceAll(/\s/g, ''), email: email.trim(), phone: phone.trim() };
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
}

/** Everything that is kept about a person, taken away or erased, on behalf of its owner and with a reason. */
export function PersonalDataScreen() {
  const { language } = useReader();
  const t = useTexts(texts);
  const frame = useTexts(frameTexts);
  const announce = useAnnounce();
  const form = useRef<HTMLFormElement>(null);
  const [said, setSaid] = useState(NOTHING);
  const [hasTried, setHasTried] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { isBusy, error, run } = useAct();
  const leadToWrong = useWrongFields();
  const keys = keysOf(said);
  const body = { ...keys, reason: said.reason.trim() };
  const isKey = (key: Key): boolean =>
    keys[key] === undefined || subjectKeysSchema.shape[key].safeParse(keys[key]).success;
  const hasAny = KEYS.some((key) => keys[key] !== undefined);
  const isReason = body.reason.length >= 5;
  const wrong = (key: Key): string | null => {
    if (!hasTried) return null;
    if (!hasAny) return key === 'nik' ? t.noKey : null;
    return isKey(key) ? null : t[`wrong.${key}`];
  };
  const tryOut = (act: () => void): void => {
    setHasTried(true);
    if (hasAny && KEYS.every(isKey) && isReason) act();
    else if (form.current !== null) leadToWrong(form.current);
  };
  const take = (): void =>
    void run(async () => {
      const told = await askStaff(`${PATH}/export`, exportedSchema, language, { method: 'POST', json: body });
      const applications = told.applications.map(({ ticket }) => ticket);
      const reports = told.reports.map(({ report }) => report.ticket);
      const corrections = told.corrections.map(({ ticket }) => ticket);
      const count = applications.length + reports.length + corrections.length;
      if (count > 0) saveFile(JSON.stringify(told, null, 2));
      setOutcome({ what: 'taken', applications, reports, corrections });
      announce(count === 0 ? t.none : t.taken(count));
    });
  const erase = (): void =>
    void run(async () => {
      const told = await askStaff(`${PATH}/erase`, erasedSchema, language, { method: 'POST', json: body });
      setIsAsking(false);
      setOutcome({ what: 'erased', ...told });
      setSaid(NOTHING);
      setHasTried(false);
      announce(t.erased(told.erased.length + told.reports.length + told.corrections.length));
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
        {KEYS.map((key) => (
          <FormField key={key} label={t[`key.${key}`]} help={t[`help.${key}`]} error={wrong(key)}>
            {(control) => (
              <input
                {...control}
                inputMode={key === 'nik' ? 'numeric' : key === 'phone' ? 'tel' : 'email'}
                autoComplete="off"
                maxLength={key === 'email' ? 254 : 30}
                value={said[key]}
                onChange={(event) => setSaid({ ...said, [key]: event.target.value })}
              />
            )}
          </FormField>
        ))}
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
          <dl className="facts-list">
            {KEYS.filter((key) => keys[key] !== undefined).map((key) => (
              <div key={key}>
                <dt>{t[`key.${key}`]}</dt>
                <dd className="tabular">{keys[key]}</dd>
              </div>
            ))}
          </dl>
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
  const isTaken = outcome.what === 'taken';
  const applications = isTaken ? outcome.applications : outcome.erased;
  const kept = isTaken ? [] : outcome.kept;
  const tickets = [...applications, ...outcome.reports, ...outcome.corrections];
  const count = tickets.length;
  if (count === 0 && kept.length === 0) return <p>{t.none}</p>;
  const title = isTaken ? t.taken(count) : t.erased(count);
  return (
    <section className="block" aria-label={title}>
      <p>{title}</p>
      <Tickets tickets={tickets} />
      {isTaken && <p>{t.careful}</p>}
      {kept.length > 0 && (
        <>
          <h2>{t.kept}</h2>
          <ul>
            {kept.map(({ ticket, why, number }) => (
              <li key={`${ticket} ${why}`}>
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
