import { useEffect, useState } from 'react';
import { reachOf } from '#domain/accounts/rights';
import { type CaseLine, type CaseQueue, caseQueueSchema } from '#domain/violation-case/case-answers';
import { CASE_STATE_WORDS } from '#domain/violation-case/state-words';
import { formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Notice } from '../../ui/notice.tsx';
import {
  ConsoleLink,
  EmptyState,
  Failure,
  Loading,
  Moment,
  Screen,
  TabLinks,
  useConsole,
  useConsoleAddress,
  useStaffQuery,
  withQuery,
} from '../console-frame/index.ts';
import { CASES, CASES_PLACE, caseAddress, LAHP_PLACE } from './case-api.ts';
import { CaseMap } from './case-map.tsx';
import { StateMark, TimingMarks } from './case-marks.tsx';
import { categoryWords } from './category-words.ts';
import { ExportPeriod } from './export-period.tsx';
import { FILTERS, QueueFilters } from './queue-filters.tsx';
import { texts } from './texts.ts';
import './cases.css';

/** What waits for the office: by the day it is due, the longest waiting first. The filters are in the address. */
export function QueueScreen() {
  const { language } = useReader();
  const t = useTexts(texts);
  const { member } = useConsole();
  const { query } = useConsoleAddress();
  const named = (names: readonly string[]): URLSearchParams =>
    new URLSearchParams(
      names.flatMap((name) => {
        const value = query.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
  const filters = named(FILTERS);
  const asked = named([...FILTERS, 'after']);
  const list = useStaffQuery(asked.size === 0 ? CASES : `${CASES}?${asked}`, caseQueueSchema);
  // What stands around the list stays while another choice is asked for.
  const [before, setBefore] = useState<CaseQueue>();
  useEffect(() => {
    if (list.data !== undefined) setBefore(list.data);
  }, [list.data]);
  const around = list.data ?? before;
  const counts = around?.counts ?? [];
  const number = (value: number): string => formatNumber(value, language, 0);
  const sum = (read: (one: (typeof counts)[number]) => number): string =>
    number(counts.reduce((total, one) => total + read(one), 0));
  const isMapShown = query.get('peta') === 'ya';
  const next = list.data?.next ?? null;
  const tabAt = (filter: string): string => {
    const parts = [filter, isMapShown ? 'peta=ya' : ''].filter((part) => part !== '').join('&');
    return parts === '' ? CASES_PLACE : `${CASES_PLACE}?${parts}`;
  };
  const chosen =
    query.get('overdue') === 'true'
      ? 'overdue'
      : query.get('escalated') === 'true'
        ? 'escalated'
        : query.get('unassigned') === 'true'
          ? 'unassigned'
          : (query.get('state') ?? 'all');
  return (
    <Screen
      title={t.title}
      lead={t.lead}
      wide={isMapShown}
      actions={
        <ConsoleLink className="button" href={withQuery({ peta: isMapShown ? null : 'ya', pilih: null })}>
          {isMapShown ? t.hideMap : t.showMap}
        </ConsoleLink>
      }
    >
      {list.data?.calendarAlarm != null && <Notice title={t.alarm(String(list.data.calendarAlarm))} />}
      {around !== undefined && (
        <TabLinks
          label={t.title}
          current={chosen}
          tabs={[
            { id: 'all', href: tabAt(''), name: t.all, count: sum(({ count }) => count) },
            {
              id: 'overdue',
              href: tabAt('overdue=true'),
              name: t['timing.overdue'],
              count: sum(({ overdue }) => overdue),
            },
            {
              id: 'escalated',
              href: tabAt('escalated=true'),
              name: t.escalated,
              count: sum(({ escalated }) => escalated),
            },
            {
              id: 'unassigned',
              href: tabAt('unassigned=true'),
              name: t.unassigned,
              count: sum(({ unassigned }) => unassigned),
            },
            ...counts.map((one) => ({
              id: one.state,
              href: tabAt(`state=${one.state}`),
              name: CASE_STATE_WORDS[one.state].name[language],
              count: number(one.count),
            })),
          ]}
        />
      )}
      <QueueFilters query={query} kelurahan={around?.kelurahan ?? []} officers={around?.officers ?? []} />
      {list.error !== null && <Failure error={list.error} onRetry={list.refetch} />}
      {list.data === undefined && list.error === null && <Loading />}
      {list.data !== undefined && (
        <div className={isMapShown ? 'evidence' : undefined}>
          <section className="block" aria-label={t.list}>
            {list.data.cases.length === 0 ? (
              <NoCases isFiltered={asked.size > 0} />
            ) : (
              <ul className="rows">
                {list.data.cases.map((row) => (
                  <Line key={row.caseId} row={row} />
                ))}
              </ul>
            )}
            {next !== null && (
              <p>
                <ConsoleLink className="button" href={withQuery({ after: next })}>
                  {t.more}
                </ConsoleLink>
              </p>
            )}
          </section>
          {isMapShown && <CaseMap asked={filters} chosenId={query.get('pilih')} />}
        </div>
      )}
      {member !== null && reachOf(member, 'report.supervise').length > 0 && (
        <>
          <p>
            <ConsoleLink href={LAHP_PLACE}>{t.lahp}</ConsoleLink>
          </p>
          <ExportPeriod />
        </>
      )}
    </Screen>
  );
}

function NoCases({ isFiltered }: { isFiltered: boolean }) {
  const t = useTexts(texts);
  return (
    <EmptyState icon={isFiltered ? 'search' : 'work'} title={isFiltered ? t.noneFound : t.none}>
      {isFiltered ? (
        <ConsoleLink className="button" href={CASES_PLACE}>
          {t.clear}
        </ConsoleLink>
      ) : (
        <p>{t.noneHelp}</p>
      )}
    </EmptyState>
  );
}

/** Days that somebody has waited, by the clock on the wall: the clock of the law stands beside it. */
const daysSince = (moment: string): number =>
  Math.max(0, Math.floor((Date.now() - Date.parse(moment)) / 86_400_000));

function Line({ row }: { row: CaseLine }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const given = [row.unit?.name, row.officer?.name].filter((name) => name !== undefined).join(', ');
  return (
    <li>
      <ConsoleLink className="row-link" href={caseAddress(row.caseId)}>
        <span>
          <span className="row-title">
            <span className="tabular">{row.ticket}</span> {categoryWords(row.category, language)}
          </span>
          <span className="row-facts">
            <span>{row.kelurahan ?? row.kelurahanCode ?? t.noKelurahan}</span>
            {row.reportCount > 1 && <span>{t.reportCount(formatNumber(row.reportCount, language, 0))}</span>}
            <span>{given === '' ? t.nobody : given}</span>
            {row.endedAt === null ? (
              <span>{t.waited(daysSince(row.openedAt))}</span>
            ) : (
              <Moment at={row.endedAt} />
            )}
          </span>
        </span>
        <span className="row-facts">
          <TimingMarks row={row} />
          <StateMark row={row} />
        </span>
      </ConsoleLink>
    </li>
  );
}
