import { type FormEvent, useState } from 'react';
import type { HolidaysAnswer } from '#domain/krk/application-answers';
import { readHolidayList } from '#domain/work-days/holiday-list';
import { useAnnounce } from '../../app/announcer.tsx';
import { formatNumber } from '../../lib/format.ts';
import { hasStatus } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Failure, useAct, useWrongFields } from '../console-frame/index.ts';
import { loadHolidays } from './service-api.ts';
import { texts } from './texts.ts';

/** Loads the holidays of a year from a list, which is shown as it was read before anything is loaded. */
export function LoadHolidays({
  seen,
  year: first,
  onLoaded,
}: {
  seen: HolidaysAnswer;
  year: number;
  onLoaded: () => void;
}) {
  const { language } = useReader();
  const t = useTexts(texts);
  const announce = useAnnounce();
  const leadToWrong = useWrongFields();
  const { isBusy, error, run } = useAct();
  const [year, setYear] = useState(String(first));
  const [source, setSource] = useState('');
  const [list, setList] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const [said, setSaid] = useState('');
  const number = /^\d{4}$/.test(year.trim()) ? Number(year) : null;
  const isYear = number !== null && number >= 2000 && number <= 2200;
  const { days, faults } = readHolidayList(list, number ?? 0);
  const isListed = days.length > 0 && days.length <= 60 && faults.length === 0;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setHasTried(true);
    setSaid('');
    if (!isYear || number === null || source.trim().length < 5 || !isListed) {
      leadToWrong(event.currentTarget);
      return;
    }
    const tag = seen.years.find((one) => one.year === number)?.tag ?? '"r0"';
    void run(async () => {
      const { moved } = await loadHolidays(number, { source: source.trim(), days: [...days] }, tag, language);
      const words = t.loaded(String(number), formatNumber(moved, language, 0));
      setSaid(words);
      announce(words);
      setList('');
      setSource('');
      setHasTried(false);
    }).then(onLoaded);
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <div className="form-pair">
        <FormField label={t.year} help={t.yearHelp} error={hasTried && !isYear ? t.needsYear : null}>
          {(control) => (
            <input
              {...control}
              inputMode="numeric"
              maxLength={4}
              value={year}
              onChange={({ target }) => setYear(target.value)}
            />
          )}
        </FormField>
        <FormField label={t.source} error={hasTried && source.trim().length < 5 ? t.needsSource : null}>
          {(control) => (
            <input
              {...control}
              maxLength={300}
              value={source}
              onChange={({ target }) => setSource(target.value)}
            />
          )}
        </FormField>
      </div>
      <FormField label={t.file} help={t.fileHelp}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,text/csv,text/plain"
            onChange={async ({ target }) => {
              const text = await target.files?.[0]?.text();
              if (text !== undefined) setList(text);
            }}
          />
        )}
      </FormField>
      <FormField label={t.list} error={hasTried && !isListed ? t.needsDays : null}>
        {(control) => (
          <textarea
            {...control}
            rows={6}
            spellCheck={false}
            value={list}
            onChange={({ target }) => setList(target.value)}
          />
        )}
      </FormField>
      {list.trim() !== '' && (
        <div role="status">
          <p>{t.read(days.length)}</p>
          {faults.length > 0 && (
            <>
              <p className="form-error">{t.faults}</p>
              <ul className="service-days">
                {faults.map(({ line, why }) => (
                  <li key={line}>
                    {t.line(line)}: {t[`why.${why}`]}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      {hasStatus(error, 409) ? (
        <div role="alert">
          <Notice title={t.yearTaken} />
        </div>
      ) : (
        error !== null && <Failure error={error} />
      )}
      <div className="form-actions">
        <button type="submit" className="button-primary" aria-disabled={isBusy}>
          {t.load}
        </button>
        {said !== '' && <span>{said}</span>}
      </div>
    </form>
  );
}
