import { Fragment } from 'react';
import type { Release } from '#domain/release/release';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Moment, Who } from '../console-frame/index.ts';
import { decisionTexts } from './decision-texts.ts';

/** Who did what and when with a release, the first first. */
export function ReleaseHistory({ release }: { release: Release }) {
  const t = useTexts(decisionTexts);
  const { language } = useReader();
  const { approval } = release;
  const decided =
    release.state === 'ditolak' ? t.rejected : release.state === 'ditarik' ? t.withdrawn : t.approved;
  const rows = [
    { name: t.made, person: release.createdBy, at: release.createdAt as string | null, said: release.note },
    { name: t.submitted, person: release.submittedBy, at: release.submittedAt, said: null },
    { name: decided, person: release.decidedBy, at: release.decidedAt, said: release.reason },
    { name: t.published, person: release.decidedBy, at: release.publishedAt, said: null },
  ].filter((row) => row.at !== null);
  return (
    <section className="block" aria-label={t.history}>
      <h2>{t.history}</h2>
      <ol className="history-rows">
        {rows.map(({ name, person, at, said }) => (
          <li key={name}>
            <p>
              <strong>{name}</strong> <Who person={person} />
              {at !== null && (
                <span className="quiet">
                  {' '}
                  <Moment at={at} />
                </span>
              )}
            </p>
            {said !== null && said !== '' && <p>{said}</p>}
          </li>
        ))}
      </ol>
      {release.hands.length > 1 && (
        <p>
          {t.hands}:{' '}
          {release.hands.map((hand, index) => (
            <Fragment key={hand?.accountId}>
              {index > 0 && ', '}
              <Who person={hand} />
            </Fragment>
          ))}
        </p>
      )}
      {approval !== null && (
        <dl className="facts-list">
          <div>
            <dt>{t.decree}</dt>
            <dd>
              {approval.decree}
              {approval.decreeOn !== null && `, ${formatDay(approval.decreeOn, language)}`}
            </dd>
          </div>
          <div>
            <dt>{t.validFrom}</dt>
            <dd>{formatDay(approval.validFrom, language)}</dd>
          </div>
          {(approval.acknowledged.length > 0 || approval.confirmedHectares !== null) && (
            <div>
              <dt>{t.acknowledged}</dt>
              <dd>
                {[
                  ...approval.acknowledged.map((code) => t[`short.${code as 'fromInPast'}`]),
                  ...(approval.confirmedHectares === null
                    ? []
                    : [t.confirmedHectares(formatNumber(approval.confirmedHectares, language))]),
                ].join(', ')}
              </dd>
            </div>
          )}
          {approval.note !== null && (
            <div>
              <dt>{t.note}</dt>
              <dd>{approval.note}</dd>
            </div>
          )}
        </dl>
      )}
    </section>
  );
}
