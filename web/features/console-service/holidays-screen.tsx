import { useState } from 'react';
import { type HolidaysAnswer, holidaysAnswerSchema } from '#domain/krk/application-answers';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Failure, Loading, Moment, Screen, useStaffQuery } from '../console-frame/index.ts';
import { LoadHolidays } from './load-holidays.tsx';
import { HOLIDAYS } from './service-api.ts';
import { ServiceTabs } from './service-tabs.tsx';
import { texts } from './texts.ts';
import './service.css';

/** The days on which no clock runs, year by year: by which decree, and who loaded them when. */
export function HolidaysScreen() {
  const t = useTexts(texts);
  const { data, error, refetch } = useStaffQuery(HOLIDAYS, holidaysAnswerSchema);
  const [chosen, setChosen] = useState<number | null>(null);
  return (
    <Screen title={t.title} lead={t.holidaysLead}>
      <ServiceTabs current="holidays" />
      {error !== null && <Failure error={error} onRetry={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          {data.alarm !== null && (
            <Notice title={t.alarm(String(data.alarm))}>
              <p>{t.alarmHelp}</p>
            </Notice>
          )}
          <LoadHolidays
            key={chosen ?? data.alarm ?? 'none'}
            seen={data}
            year={chosen ?? data.alarm ?? (data.years[0]?.year ?? new Date().getFullYear()) + 1}
            onLoaded={refetch}
          />
          <section className="block" aria-labelledby="tahun">
            <h2 id="tahun">{t.years}</h2>
            <ul className="rows">
              {data.years.map((year) => (
                <Year key={year.year} year={year} onReplace={() => setChosen(year.year)} />
              ))}
              <li className="row-plain">
                <div>
                  <p className="row-title">{t.everyYear}</p>
                  <p className="row-facts">
                    {data.everyYear.map(({ day, name }) => (
                      <span key={day}>
                        {name} ({day.slice(3)}/{day.slice(0, 2)})
                      </span>
                    ))}
                  </p>
                </div>
              </li>
            </ul>
          </section>
        </>
      )}
    </Screen>
  );
}

function Year({
  year: { year, days, source, setBy, setAt },
  onReplace,
}: {
  year: HolidaysAnswer['years'][number];
  onReplace: () => void;
}) {
  const { language } = useReader();
  const t = useTexts(texts);
  return (
    <li className="row-plain">
      <div>
        <p className="row-title">
          {year}: {t.daysOf(formatNumber(days.length, language, 0))}
        </p>
        <p className="row-facts">
          <span>{source}</span>
          {setAt === null ? (
            <span>{t.listed}</span>
          ) : (
            <span>
              {t.loadedBy(setBy ?? '–')}, <Moment at={setAt} />
            </span>
          )}
        </p>
        <details className="quiet-details">
          <summary>{t.show}</summary>
          <ul className="service-days">
            {days.map(({ day, name }) => (
              <li key={day}>
                {formatDay(day, language)}: {name}
              </li>
            ))}
          </ul>
        </details>
      </div>
      <button type="button" className="button" onClick={onReplace}>
        {t.replace}
        <span className="hidden-visually"> {year}</span>
      </button>
    </li>
  );
}
