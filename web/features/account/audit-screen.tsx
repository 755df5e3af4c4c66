import { type FormEvent, Fragment } from 'react';
import { type AuditEntry, auditPageSchema } from '#domain/accounts/account-answers';
import { EVENT_KINDS } from '#domain/log/event';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import {
  ConsoleLink,
  EmptyState,
  Failure,
  goTo,
  Loading,
  Moment,
  Screen,
  useConsoleAddress,
  useStaffQuery,
  withQuery,
} from '../console-frame/index.ts';
import { texts } from './audit-texts.ts';
import { wordsOfField, wordsOfValue } from './fact-words.ts';
import { wordsOfKind } from './kind-words.ts';

const FILTERS = ['kind', 'actor', 'about', 'from', 'to'] as const;

/** Only what a filter says goes to the server, and to the file. */
function questionOf(query: URLSearchParams, names: readonly string[]): string {
  const asked = new URLSearchParams();
  for (const name of names) {
    const value = query.get(name) ?? '';
    if (value !== '') asked.set(name, value);
  }
  return asked.size === 0 ? '' : `?${asked}`;
}

/** The auditor's page: filters in the address, fifty entries at a time, and all that fits as a file. */
export function AuditScreen() {
  const t = useTexts(texts);
  const { query } = useConsoleAddress();
  const page = useStaffQuery(
    `/api/v1/staff/audit${questionOf(query, [...FILTERS, 'before'])}`,
    auditPageSchema,
  );
  const next = page.data?.next ?? null;
  return (
    <Screen
      title={t.title}
      lead={t.lead}
      wide
      actions={
        <a
          className="button"
          href={`/api/v1/staff/audit.csv${questionOf(query, FILTERS)}`}
          download="audit.csv"
        >
          {t.download}
        </a>
      }
    >
      <Filters query={query} key={questionOf(query, FILTERS)} />
      {page.error !== null && <Failure error={page.error} onRetry={page.refetch} />}
      {page.data === undefined ? (
        page.error === null && <Loading rows={8} />
      ) : page.data.entries.length === 0 ? (
        <EmptyState icon="log" title={t.none}>
          <p>{t.noneHelp}</p>
        </EmptyState>
      ) : (
        <Entries entries={page.data.entries} />
      )}
      <p className="form-actions">
        {query.get('before') !== null && (
          <ConsoleLink className="button" href={withQuery({ before: null })}>
            {t.newest}
          </ConsoleLink>
        )}
        {next !== null && (
          <ConsoleLink className="button" href={withQuery({ before: String(next) })}>
            {t.older}
          </ConsoleLink>
        )}
      </p>
    </Screen>
  );
}

function Filters({ query }: { query: URLSearchParams }) {
  const t = useTexts(texts);
  const { language } = useReader();
  const actor = query.get('actor') ?? '';
  const filter = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const values = Object.fromEntries(
      FILTERS.map((name) => [name, String(fields.get(name) ?? '').trim() || null]),
    );
    goTo(withQuery({ ...values, before: null }));
  };
  const day = (name: 'from' | 'to', label: string) => (
    <FormField label={label}>
      {(control) => <input {...control} type="date" name={name} defaultValue={query.get(name) ?? ''} />}
    </FormField>
  );
  return (
    <search>
      <form className="filters" onSubmit={filter}>
        <FormField label={t.kind}>
          {(control) => (
            <select {...control} name="kind" defaultValue={query.get('kind') ?? ''}>
              <option value="">{t.kinds}</option>
              {Object.keys(EVENT_KINDS).map((kind) => (
                <option key={kind} value={kind}>
                  {wordsOfKind(kind, language)}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField label={t.actor}>
          {(control) => (
            <select {...control} name="actor" defaultValue={actor}>
              <option value="">{t.everybody}</option>
              <option value="operator">{t.operator}</option>
              <option value="system">{t.system}</option>
              <option value="public">{t.public}</option>
              {actor.startsWith('account:') && <option value={actor}>{actor}</option>}
            </select>
          )}
        </FormField>
        <FormField label={t.about}>
          {(control) => (
            <input {...control} name="about" defaultValue={query.get('about') ?? ''} maxLength={100} />
          )}
        </FormField>
        {day('from', t.from)}
        {day('to', t.to)}
        <button type="submit" className="button-primary">
          {t.show}
        </button>
        <ConsoleLink className="button" href="/konsol/audit">
          {t.clear}
        </ConsoleLink>
      </form>
    </search>
  );
}

function Entries({ entries }: { entries: readonly AuditEntry[] }) {
  const t = useTexts(texts);
  const { language } = useReader();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard too
    <section className="data-table-frame" tabIndex={0} aria-label={t.table}>
      <table className="data-table">
        <caption>{t.table}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t.number}
            </th>
            <th scope="col">{t.moment}</th>
            <th scope="col">{t.actor}</th>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.details}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.index}>
              <td className="number">{entry.index}</td>
              <td>
                <Moment at={entry.recordedAt} />
              </td>
              <td>
                <ActorName entry={entry} />
              </td>
              <td>
                {wordsOfKind(entry.kind, language)}
                <br />
                <code className="quiet">{entry.kind}</code>
              </td>
              <td>
                <Values values={entry.facts} />
                {entry.personal !== null && (
                  <>
                    <p className="quiet">{t.personal}</p>
                    <Values values={entry.personal} />
                  </>
                )}
                {entry.isErased && <p className="quiet">{t.erased}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ActorName({ entry: { actor, actorName } }: { entry: AuditEntry }) {
  const t = useTexts(texts);
  if (actor === 'operator' || actor === 'system' || actor === 'public') return t[actor];
  const name = actorName ?? t.unknown;
  return (
    <ConsoleLink href={withQuery({ actor, before: null })} title={t.onlyThis(name)}>
      {name}
    </ConsoleLink>
  );
}

/** Names and values in words; nothing of them is ever markup. As they were written they stand in the file. */
function Values({ values }: { values: unknown }) {
  const { language } = useReader();
  const entries = Object.entries(values ?? {}).filter(([, value]) => value !== null);
  return (
    <dl className="account-values">
      {entries.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{wordsOfField(name, language)}</dt>
          <dd>{wordsOfValue(value, language)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
