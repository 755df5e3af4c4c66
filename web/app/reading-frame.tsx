import type { ReactNode } from 'react';
import { formatDay } from '../lib/format.ts';
import { useTexts } from '../locale/feature-texts.ts';
import { useReader } from '../locale/reader.tsx';
import { DemoRibbon } from '../ui/demo-ribbon.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageHeader } from './page-header.tsx';
import type { ReadingData } from './reading-data.ts';
import { onDay } from './reading-links.ts';
import { readingTexts } from './reading-texts.ts';

const SECTIONS = [
  { id: 'map', href: '/' },
  { id: 'kelurahan', href: '/kelurahan' },
  { id: 'where', href: '/di-mana' },
  { id: 'building', href: '/bangun' },
  { id: 'regulations', href: '/peraturan' },
  { id: 'glossary', href: '/istilah' },
] as const;
export type Section = (typeof SECTIONS)[number]['id'];

interface Step {
  readonly label: string;
  readonly href: string;
  readonly lang?: 'id';
}

/** What stands around every page for reading: head, where one is, the date, and what can be done with the page. */
export function ReadingFrame({
  data,
  section,
  steps = [],
  hasDate,
  isUseful = true,
  form,
  children,
}: {
  data: ReadingData;
  /** Null: it belongs to none of them. */
  section: Section | null;
  /** The pages above this one, nearest last. */
  steps?: readonly Step[];
  /** What the page shows depends on the day. */
  hasDate: boolean;
  /** There is something to hand on or to print. */
  isUseful?: boolean;
  /** Id of the form that comes along into the other language. */
  form?: string;
  children: ReactNode;
}) {
  const { language } = useReader();
  const t = useTexts(readingTexts);
  const { city, on, path, today } = data;
  const day = on ?? today;
  return (
    <div className="document">
      <a className="skip" href="#isi">
        {t.skip}
      </a>
      {city.isDemo && <DemoRibbon isRegion />}
      <PageHeader city={city.name} path={path} form={form} />
      <nav className="sections" aria-label={t.sections}>
        <ul>
          {SECTIONS.map(({ id, href }) => (
            <li key={id}>
              <a
                href={id === 'map' || id === 'glossary' ? href : onDay(href, on)}
                aria-current={id === section ? (steps.length === 0 ? 'page' : 'true') : undefined}
              >
                {t[id]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main className="document-main reading" id="isi" tabIndex={-1}>
        {steps.length > 0 && (
          <nav className="steps" aria-label={t.path}>
            <ol>
              {steps.map(({ label, href, lang }) => (
                <li key={href}>
                  <a href={href} lang={lang}>
                    {label}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        {children}
        <div className="reading-end">
          {hasDate && (
            <form className="day" method="get">
              <label htmlFor="tanggal">{t.day}</label>
              {keptParameters(path).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <input id="tanggal" type="date" name="on" defaultValue={day} required />
              <button type="submit" className="button">
                {t.apply}
              </button>
              {on !== null && <a href={path.split('?')[0]}>{t.today}</a>}
            </form>
          )}
          {isUseful && (
            <p className="actions only-with-script">
              <button
                type="button"
                className="button"
                data-share={hasDate ? onDay(path.split('?')[0] ?? '/', day) : path.split('?')[0]}
                data-done={t.shared}
                data-copied={t.copied}
                data-failed={t.copyFailed}
              >
                <Icon name="share" />
                {t.share}
              </button>
              <button type="button" className="button" data-print="">
                <Icon name="print" />
                {t.print}
              </button>
            </p>
          )}
          <p className="quiet said" role="status" data-said="" />
        </div>
      </main>
      <footer className="document-footer">
        {hasDate && <p>{t.asOf(formatDay(day, language))}</p>}
        <p className="disclaimer">{city.disclaimer}</p>
        <p>
          <a href="/lapor">{t.report}</a> · <a href="/krk/ajukan">{t.krk}</a>
        </p>
        {city.attributions.map((line) => (
          <p key={line} className="quiet" lang="id">
            {line}
          </p>
        ))}
      </footer>
    </div>
  );
}

/** What the address asks besides the day: choosing another day keeps it. */
const keptParameters = (path: string): [string, string][] =>
  [...new URLSearchParams(path.split('?')[1] ?? '')].filter(([name]) => name !== 'on');
