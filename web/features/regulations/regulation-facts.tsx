import type { RegulationOnDay } from '#domain/rules/regulation-text';
import { readingTexts } from '../../app/reading-texts.ts';
import { formatDay } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { StatusMark } from './status-mark.tsx';
import { texts } from './texts.ts';

/** Number, status, validity, official text and version: who this regulation is. */
export function RegulationFacts({ text: { regulation }, set, plans }: RegulationOnDay) {
  const { language } = useReader();
  const t = useTexts(texts);
  const frame = useTexts(readingTexts);
  const day = (date: string): string => formatDay(date, language);
  return (
    <dl className="facts facts-rows">
      {regulation.numberText !== null && (
        <div>
          <dt>{t.number}</dt>
          <dd lang="id">{regulation.numberText}</dd>
        </div>
      )}
      <div>
        <dt>{t.status}</dt>
        <dd>
          <StatusMark status={regulation.status} />
          {regulation.isDemo && ` · ${frame.demoMark}`}
        </dd>
      </div>
      {regulation.setOn !== null && (
        <div>
          <dt>{t.setOn}</dt>
          <dd>{day(regulation.setOn)}</dd>
        </div>
      )}
      <div>
        <dt>{t.validity}</dt>
        <dd>
          {regulation.validFrom === null
            ? t.validWithVersion(day(set.validFrom))
            : t.validFrom(day(regulation.validFrom))}
          {regulation.validTo !== null && ` ${t.validTo(day(regulation.validTo))}`}
        </dd>
      </div>
      <div>
        <dt>{t.url}</dt>
        <dd>
          {regulation.url === null ? (
            <span className="quiet">{t.noUrl}</span>
          ) : (
            <a href={regulation.url} rel="noreferrer">
              {regulation.url}
            </a>
          )}
        </dd>
      </div>
      {plans.length > 0 && (
        <div>
          <dt>{t.plans}</dt>
          <dd lang="id">{plans.join(', ')}</dd>
        </div>
      )}
      <div>
        <dt>{t.version}</dt>
        <dd>
          <span lang="id">
            {set.title}, {set.decree}
          </span>{' '}
          <span className="tabular quiet">{set.versionId.slice(0, 8)}</span>
        </dd>
      </div>
    </dl>
  );
}
