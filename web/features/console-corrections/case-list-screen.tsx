import { useState } from 'react';
import { CASE_STATES, type CaseLine, caseListSchema } from '#domain/correction/correction';
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
import { rowSaid, rowTitle } from '../corrections/index.ts';
import { CaseMark } from './case-mark.tsx';
import { CASES } from './case-path.ts';
import { texts } from './texts.ts';

/** Cases about wrong data, the newest first; the filters are in the address. */
export function CaseListScreen() {
  const t = useTexts(texts);
  const { query } = useConsoleAddress();
  const state = query.get('keadaan') ?? '';
  const words = query.get('cari') ?? '';
  const before = query.get('sebelum');
  const asked = new URLSearchParams({
    ...(state === '' ? {} : { state }),
    ...(words === '' ? {} : { q: words }),
    ...(before === null ? {} : { before }),
  });
  const list = useStaffQuery(asked.size === 0 ? CASES : `${CASES}?${asked}`, caseListSchema);
  const isFiltered = state !== '' || words !== '';
  const next = list.data?.next ?? null;
  return (
    <Screen title={t.title} lead={t.lead}>
      <Filters state={state} words={words} />
      {list.error !== null && <Failure error={list.error} onRetry={list.refetch} />}
      {list.data === undefined ? (
        list.error === null && <Loading />
      ) : list.data.cases.length === 0 ? (
        <EmptyState icon={isFiltered ? 'search' : 'correction'} title={isFiltered ? t.noneFound : t.none}>
          {isFiltered ? (
            <ConsoleLink className="button" href="/konsol/keliru">
              {t.clear}
            </ConsoleLink>
          ) : (
            <p>{t.noneHelp}</p>
          )}
        </EmptyState>
      ) : (
        <ul className="rows">
          {list.data.cases.map((line) => (
            <Line key={line.correctionId} line={line} />
          ))}
        </ul>
      )}
      <p className="form-actions">
        {before !== null && (
          <ConsoleLink className="button" href={withQuery({ sebelum: null })}>
            {t.newest}
          </ConsoleLink>
        )}
        {next !== null && (
          <ConsoleLink className="button" href={withQuery({ sebelum: next })}>
            {t.older}
          </ConsoleLink>
        )}
      </p>
    </Screen>
  );
}

function Filters({ state, words }: { state: string; words: string }) {
  const t = useTexts(texts);
  const [typed, setTyped] = useState(words);
  const change = (values: Readonly<Record<string, string | null>>): void =>
    goTo(withQuery({ ...values, sebelum: null }), 'replace');
  return (
    <search className="filters">
      <FormField label={t.search}>
        {(control) => (
          <input
            {...control}
            type="search"
            maxLength={100}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={() => change({ cari: typed.trim() || null })}
            onKeyDown={(event) => {
              if (event.key === 'Enter') change({ cari: typed.trim() || null });
            }}
          />
        )}
      </FormField>
      <FormField label={t.state}>
        {(control) => (
          <select
            {...control}
            value={state}
            onChange={(event) => change({ keadaan: event.target.value || null })}
          >
            <option value="">{t.all}</option>
            {CASE_STATES.map((one) => (
              <option key={one} value={one}>
                {t[`state.${one}`]}
              </option>
            ))}
          </select>
        )}
      </FormField>
    </search>
  );
}

function Line({ line }: { line: CaseLine }) {
  const t = useTexts(texts);
  const reader = useReader();
  return (
    <li>
      <ConsoleLink className="row-link" href={`/konsol/keliru/${line.correctionId}`}>
        <span>
          <span className="row-title">
            {rowTitle(line.row, reader)}: {rowSaid(line.row, reader)}
          </span>
          <span className="row-facts">
            <span className="tabular">{line.ticket}</span>
            {line.areaName !== null && <span>{line.areaName}</span>}
            <span>
              {t.opened} <Moment at={line.openedAt} />
            </span>
            {line.hasContact && <span>{t.hasContact}</span>}
          </span>
        </span>
        <span className="row-facts">
          <CaseMark state={line.state} />
        </span>
      </ConsoleLink>
    </li>
  );
}
