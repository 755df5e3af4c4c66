import { type NumberRegister, numberRegisterSchema } from '#domain/krk/number-register';
import { STATE_WORDS, STEP_WORDS } from '#domain/krk/state-words';
import { APPLICATION_STEPS } from '#domain/krk/states';
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
  Moment,
  Screen,
  TabLinks,
  useConsoleAddress,
  useStaffQuery,
} from '../console-frame/index.ts';
import { DocumentTabs } from './document-tabs.tsx';
import { registerTexts } from './register-texts.ts';

const PLACE = '/konsol/dokumen/nomor';
const NUMBERS = '/api/v1/staff/document-numbers';

/** The register of numbers, a year and a series at a time, with what became of each; that it has no gap is said first. */
export function NumbersScreen() {
  const { language } = useReader();
  const t = useTexts(registerTexts);
  const { query } = useConsoleAddress();
  const list = useStaffQuery(query.size === 0 ? NUMBERS : `${NUMBERS}?${query}`, numberRegisterSchema);
  const years = list.data?.years ?? [];
  const [newest] = years;
  const series = query.get('series') ?? newest?.series;
  const year = query.get('year') ?? String(newest?.year ?? '');
  const chosen = years.find((one) => one.series === series && String(one.year) === year);
  const addressOf = (one: NumberRegister['years'][number], below: number | null = null): string =>
    `${PLACE}?series=${one.series}&year=${one.year}${below === null ? '' : `&below=${below}`}`;
  const idOf = (one: NumberRegister['years'][number]): string => `${one.series} ${one.year}`;
  return (
    <Screen title={t.title} lead={t.lead}>
      <DocumentTabs current="numbers" />
      {list.error !== null && <Failure error={list.error} onRetry={list.refetch} />}
      {list.data === undefined && list.error === null && <Loading />}
      {list.data !== undefined && chosen === undefined && (
        <EmptyState icon="log" title={t.none}>
          <p>{t.noneHelp}</p>
        </EmptyState>
      )}
      {list.data !== undefined && chosen !== undefined && (
        <>
          {years.length > 1 && (
            <TabLinks
              label={t.series}
              current={idOf(chosen)}
              tabs={years.map((one) => ({
                id: idOf(one),
                href: addressOf(one),
                name: `${t[`series.${one.series}`]} ${one.year}`,
                count: formatNumber(one.count, language, 0),
              }))}
            />
          )}
          {list.data.gaps.length === 0 ? (
            <p>
              <Mark tone="good" icon="check">
                {t.gapless(formatNumber(chosen.count, language, 0))}
              </Mark>
            </p>
          ) : (
            <Notice title={t.gaps(list.data.gaps.join(', '))} />
          )}
          <Numbers
            numbers={list.data.numbers}
            title={t.ofYear(
              t[`series.${chosen.series}`],
              chosen.year,
              formatNumber(chosen.count, language, 0),
            )}
          />
          <p className="form-actions">
            {query.has('below') && (
              <ConsoleLink className="button" href={addressOf(chosen)}>
                {t.first}
              </ConsoleLink>
            )}
            {list.data.next !== null && (
              <ConsoleLink className="button" href={addressOf(chosen, list.data.next)}>
                {t.more}
              </ConsoleLink>
            )}
          </p>
        </>
      )}
    </Screen>
  );
}

function Numbers({ numbers, title }: { numbers: NumberRegister['numbers']; title: string }) {
  const { language } = useReader();
  const t = useTexts(registerTexts);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by the keyboard
    <section className="data-table-frame" aria-label={title} tabIndex={0}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t.number}</th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.application}</th>
            <th scope="col">{t.reserved}</th>
            <th scope="col">{t.document}</th>
          </tr>
        </thead>
        <tbody>
          {numbers.map((one) => {
            const step = APPLICATION_STEPS.find((name) => name === one.voidReason);
            return (
              <tr key={one.sequence}>
                <th scope="row" className="tabular">
                  {one.number}
                </th>
                <td>
                  {one.state === 'used'
                    ? STATE_WORDS[one.applicationState].name[language]
                    : t[`state.${one.state}`]}
                  {one.voidReason !== null && (
                    <span className="quiet">
                      {' '}
                      {t.voidedBy(step === undefined ? one.voidReason : STEP_WORDS[step][language])}
                    </span>
                  )}
                </td>
                <td>
                  <ConsoleLink href={`/konsol/permohonan/${one.applicationId}`}>{one.ticket}</ConsoleLink>
                </td>
                <td>
                  <Moment at={one.reservedAt} />
                </td>
                <td>
                  {one.documentId === null ? (
                    '–'
                  ) : (
                    <a href={`/krk/verifikasi/${one.documentId}`}>
                      {t.open}
                      <span className="hidden-visually"> {one.number}</span>
                    </a>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
