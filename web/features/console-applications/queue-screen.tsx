import { type QueueRow, queueSchema } from '#domain/krk/application-answers';
import { STATE_WORDS } from '#domain/krk/state-words';
import { isOver } from '#domain/krk/states';
import { formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import {
  ConsoleLink,
  EmptyState,
  Failure,
  Loading,
  Screen,
  TabLinks,
  useConsoleAddress,
  useStaffQuery,
} from '../console-frame/index.ts';
import { APPLICATIONS } from './application-api.ts';
import { DueDay, StandingMark } from './application-state.tsx';
import { texts } from './texts.ts';
import './applications.css';

const PLACE = '/konsol/permohonan';

/** What waits for the office, by the day it is due; what is overdue has a list of its own. */
export function QueueScreen() {
  const { language } = useReader();
  const t = useTexts(texts);
  const { query } = useConsoleAddress();
  const list = useStaffQuery(`${APPLICATIONS}${query.size === 0 ? '' : `?${query}`}`, queueSchema);
  const counts = list.data?.counts ?? [];
  const number = (value: number): string => formatNumber(value, language, 0);
  const sum = (read: (one: (typeof counts)[number]) => number): string =>
    number(counts.reduce((total, one) => total + read(one), 0));
  const chosen = query.get('overdue') === 'true' ? 'overdue' : (query.get('state') ?? 'all');
  return (
    <Screen title={t.title} lead={t.lead}>
      {list.data?.calendarAlarm != null && <Notice title={t.alarm(String(list.data.calendarAlarm))} />}
      {list.error !== null && <Failure error={list.error} onRetry={list.refetch} />}
      {list.data === undefined && list.error === null && <Loading />}
      {list.data !== undefined && (
        <>
          <TabLinks
            label={t.title}
            current={chosen}
            tabs={[
              { id: 'all', href: PLACE, name: t.all, count: sum((one) => one.count) },
              {
                id: 'overdue',
                href: `${PLACE}?overdue=true`,
                name: t.overdueOnly,
                count: sum((one) => one.overdue),
              },
              ...counts.map((one) => ({
                id: one.state,
                href: `${PLACE}?state=${one.state}`,
                name: STATE_WORDS[one.state].name[language],
                count: number(one.count),
              })),
            ]}
          />
          {list.data.applications.length === 0 ? (
            <EmptyState icon="work" title={t.none}>
              <p>{t.noneHelp}</p>
            </EmptyState>
          ) : (
            <ul className="rows">
              {list.data.applications.map((row) => (
                <Line key={row.applicationId} row={row} />
              ))}
            </ul>
          )}
          {list.data.next !== null && (
            <p>
              <ConsoleLink className="button" href={`${PLACE}?${after(query, list.data.next)}`}>
                {t.more}
              </ConsoleLink>
            </p>
          )}
        </>
      )}
    </Screen>
  );
}

/** Days that somebody has waited, by the clock on the wall: the service clock stands beside it. */
const daysSince = (moment: string): number =>
  Math.max(0, Math.floor((Date.now() - Date.parse(moment)) / 86_400_000));

function after(query: URLSearchParams, next: string): string {
  const further = new URLSearchParams(query);
  further.set('after', next);
  return further.toString();
}

function Line({ row }: { row: QueueRow }) {
  const { language } = useReader();
  const t = useTexts(texts);
  return (
    <li>
      <ConsoleLink className="row-link" href={`${PLACE}/${row.applicationId}`}>
        <span>
          <span className="row-title tabular">{row.ticket}</span>
          <span className="row-facts">
            <span>{row.kelurahan}</span>
            {row.areaM2 !== null && <span>{t.m2(formatNumber(row.areaM2, language))}</span>}
            {row.submittedAt !== null && !isOver(row.state) && (
              <span>{t.waited(formatNumber(daysSince(row.submittedAt), language, 0))}</span>
            )}
            <DueDay clock={row.clock} isOverdue={row.isOverdue} />
          </span>
        </span>
        <span className="row-facts">
          {row.isOverdue && (
            <Mark tone="bad" icon="time">
              {t.late}
            </Mark>
          )}
          <StandingMark row={row} />
        </span>
      </ConsoleLink>
    </li>
  );
}
