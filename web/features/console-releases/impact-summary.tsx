import { releaseComparisonSchema } from '#domain/publication/comparison';
import { tellLoss } from '#domain/release/findings-of-loss';
import { isToConfirm } from '#domain/release/ground-loss';
import type { Release } from '#domain/release/release';
import { formatHectares, formatNumber } from '../../lib/format.ts';
import { releasePath } from '../../lib/staff-releases.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ConsoleLink, useStaffQuery } from '../console-frame/index.ts';
import { comparisonTexts } from './comparison-texts.ts';
import { summaryOf } from './summary-of.ts';

/** What a release does to what is in force, in a few lines before anybody decides; all of it is one tab away. */
export function ImpactSummary({ release }: { release: Release }) {
  const t = useTexts(comparisonTexts);
  const { language } = useReader();
  const comparison = useStaffQuery(`${releasePath(release.releaseId)}/comparison`, releaseComparisonSchema);
  const number = (value: number): string => formatNumber(value, language);
  const lost = release.items.flatMap(({ layerId, layerTitle, loss }) =>
    loss === null ? [] : [{ layerId, layerTitle, loss }],
  );
  const isLarge = lost.some(({ loss }) => isToConfirm(loss));
  const losses = (
    <ul className="consequences">
      {lost.map(({ layerId, layerTitle, loss }) => (
        <li key={layerId}>
          {layerTitle}: {tellLoss(loss, language)}
        </li>
      ))}
    </ul>
  );
  const told = comparison.data === undefined ? null : summaryOf(comparison.data);
  return (
    <div className="impact-summary">
      <h2>{t.inShort}</h2>
      {isLarge ? <Notice title={t.lossTitle}>{losses}</Notice> : lost.length > 0 && losses}
      {told === null ? (
        <p className="quiet">{comparison.error === null ? t.waiting : t.notCompared}</p>
      ) : (
        <dl className="counts">
          <div>
            <dt>{t.changedFeatures}</dt>
            <dd className="tabular">{number(told.features)}</dd>
          </div>
          <div>
            <dt>{t.zoneChange}</dt>
            <dd className="tabular">{formatHectares(told.movedM2, language)}</dd>
          </div>
          <div>
            <dt>{t.affectedParcels}</dt>
            <dd className="tabular">{told.parcels === null ? '–' : number(told.parcels)}</dd>
          </div>
          <div>
            <dt>{t.activities}</dt>
            <dd className="tabular">{number(told.activities)}</dd>
          </div>
          <div>
            <dt>{t.figures}</dt>
            <dd className="tabular">{number(told.figures)}</dd>
          </div>
          {told.ruleRows > 0 && (
            <div>
              <dt>{t.ruleRows}</dt>
              <dd className="tabular">{number(told.ruleRows)}</dd>
            </div>
          )}
        </dl>
      )}
      <p>
        <ConsoleLink href={`/konsol/rilis/${release.releaseId}?bagian=perbandingan`}>{t.allOfIt}</ConsoleLink>
      </p>
    </div>
  );
}
