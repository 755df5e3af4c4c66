import { useState } from 'react';
import { TRACKS } from '#domain/report/category';
import { type CaseQueue, workUnitsSchema } from '#domain/violation-case/case-answers';
import { CASE_STATE_WORDS } from '#domain/violation-case/state-words';
import { CASE_STATES } from '#domain/violation-case/states';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { goTo, useStaffQuery, withQuery } from '../console-frame/index.ts';
import { WORK_UNITS } from './case-api.ts';
import { trackWords } from './category-words.ts';
import { texts } from './texts.ts';

/** What the address can ask of the queue, in the words of its route. */
export const FILTERS = ['state', 'unit', 'overdue', 'unassigned', 'mine', 'track', 'kelurahan', 'q'] as const;

/** What is listed. Every choice is in the address, so that Back and a copied link keep it. */
export function QueueFilters({
  query,
  kelurahan,
}: {
  query: URLSearchParams;
  /** In which of them cases are open. */
  kelurahan: CaseQueue['kelurahan'];
}) {
  const t = useTexts(texts);
  const { language } = useReader();
  const units = useStaffQuery(WORK_UNITS, workUnitsSchema).data?.units ?? [];
  const [typed, setTyped] = useState(query.get('q') ?? '');
  const change = (values: Readonly<Partial<Record<(typeof FILTERS)[number], string | null>>>): void =>
    goTo(withQuery({ ...values, after: null }), 'replace');
  const whose = query.get('mine') === 'true' ? 'mine' : query.get('unassigned') === 'true' ? 'nobody' : '';
  return (
    <search className="filters">
      <FormField label={t.search}>
        {(control) => (
          <input
            {...control}
            type="search"
            maxLength={40}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={() => change({ q: typed.trim() })}
            onKeyDown={(event) => {
              if (event.key === 'Enter') change({ q: typed.trim() });
            }}
          />
        )}
      </FormField>
      <FormField label={t.state}>
        {(control) => (
          <select
            {...control}
            value={query.get('state') ?? ''}
            onChange={(event) => change({ state: event.target.value })}
          >
            <option value="">{t.all}</option>
            {CASE_STATES.map((state) => (
              <option key={state} value={state}>
                {CASE_STATE_WORDS[state].name[language]}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField label={t.unit}>
        {(control) => (
          <select
            {...control}
            value={query.get('unit') ?? ''}
            onChange={(event) => change({ unit: event.target.value })}
          >
            <option value="">{t.all}</option>
            {units.map(({ unitId, name }) => (
              <option key={unitId} value={unitId}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField label={t.officer}>
        {(control) => (
          <select
            {...control}
            value={whose}
            onChange={({ target: { value } }) =>
              change({
                mine: value === 'mine' ? 'true' : null,
                unassigned: value === 'nobody' ? 'true' : null,
              })
            }
          >
            <option value="">{t.all}</option>
            <option value="mine">{t.mine}</option>
            <option value="nobody">{t.unassigned}</option>
          </select>
        )}
      </FormField>
      <FormField label={t.kelurahan}>
        {(control) => (
          <select
            {...control}
            value={query.get('kelurahan') ?? ''}
            onChange={(event) => change({ kelurahan: event.target.value })}
          >
            <option value="">{t.all}</option>
            {kelurahan.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField label={t.track}>
        {(control) => (
          <select
            {...control}
            value={query.get('track') ?? ''}
            onChange={(event) => change({ track: event.target.value })}
          >
            <option value="">{t.all}</option>
            {TRACKS.map((track) => (
              <option key={track} value={track}>
                {trackWords(track, language)}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField label={t.clock}>
        {(control) => (
          <select
            {...control}
            value={query.get('overdue') ?? ''}
            onChange={(event) => change({ overdue: event.target.value })}
          >
            <option value="">{t.all}</option>
            <option value="true">{t['timing.overdue']}</option>
          </select>
        )}
      </FormField>
    </search>
  );
}
