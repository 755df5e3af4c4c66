import { useEffect, useState } from 'react';
import { TRACKS } from '#domain/report/category';
import type { CaseQueue } from '#domain/violation-case/case-answers';
import { CASE_STATE_WORDS } from '#domain/violation-case/state-words';
import { CASE_STATES } from '#domain/violation-case/states';
import { workUnitsSchema } from '#domain/violation-case/work-unit';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { goTo, useStaffQuery, withQuery } from '../console-frame/index.ts';
import { WORK_UNITS } from './case-api.ts';
import { trackWords } from './category-words.ts';
import { texts } from './texts.ts';

/** What the address can ask of the queue, in the words of its route. */
export const FILTERS = [
  'state',
  'unit',
  'officer',
  'mine',
  'unassigned',
  'overdue',
  'escalated',
  'track',
  'kelurahan',
  'q',
] as const;

/** Those behind the summary: on a telephone they stay out of the way of the list until one is chosen. */
const NARROWING = FILTERS.filter((name) => name !== 'q');
const HAS_ROOM = '(min-width: 840px)';

/** What is listed. Every choice is in the address, so that Back and a copied link keep it. */
export function QueueFilters({
  query,
  kelurahan,
  officers,
}: {
  query: URLSearchParams;
  /** In which of them cases are open. */
  kelurahan: CaseQueue['kelurahan'];
  /** Who works on open cases. */
  officers: CaseQueue['officers'];
}) {
  const t = useTexts(texts);
  const { language } = useReader();
  const units = useStaffQuery(WORK_UNITS, workUnitsSchema).data?.units ?? [];
  const sought = query.get('q') ?? '';
  const [typed, setTyped] = useState(sought);
  useEffect(() => setTyped(sought), [sought]);
  const isNarrow = NARROWING.some((name) => query.has(name));
  const [isOpen, setIsOpen] = useState(() => isNarrow || window.matchMedia(HAS_ROOM).matches);
  const change = (values: Readonly<Partial<Record<(typeof FILTERS)[number], string | null>>>): void =>
    goTo(withQuery({ ...values, after: null }), 'replace');
  const search = (): void => {
    if (typed.trim() !== sought) change({ q: typed.trim() });
  };
  const is = (name: (typeof FILTERS)[number]): boolean => query.get(name) === 'true';
  const whose = is('mine') ? 'mine' : is('unassigned') ? 'nobody' : (query.get('officer') ?? '');
  return (
    <search className="queue-filters">
      <FormField label={t.search}>
        {(control) => (
          <input
            {...control}
            type="search"
            maxLength={40}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={search}
            onKeyDown={(event) => {
              if (event.key === 'Enter') search();
            }}
          />
        )}
      </FormField>
      <details className="case-more" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{t.filters}</summary>
        <div className="filters">
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
                    officer: value === 'mine' || value === 'nobody' ? null : value,
                  })
                }
              >
                <option value="">{t.all}</option>
                <option value="mine">{t.mine}</option>
                <option value="nobody">{t.unassigned}</option>
                {officers.map(({ accountId, name }) => (
                  <option key={accountId} value={accountId}>
                    {name}
                  </option>
                ))}
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
                value={is('overdue') ? 'overdue' : is('escalated') ? 'escalated' : ''}
                onChange={({ target: { value } }) =>
                  change({
                    overdue: value === 'overdue' ? 'true' : null,
                    escalated: value === 'escalated' ? 'true' : null,
                  })
                }
              >
                <option value="">{t.all}</option>
                <option value="overdue">{t['timing.overdue']}</option>
                <option value="escalated">{t.escalated}</option>
              </select>
            )}
          </FormField>
        </div>
      </details>
    </search>
  );
}
