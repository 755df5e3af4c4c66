import type { Answer } from '#domain/zoning/answer';
import {
  formatArea,
  formatDay,
  formatMetres,
  formatPercent,
  formatPosition,
  placeInAddress,
} from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLinks } from './links.ts';
import { SourceLink } from './source-link.tsx';
import { themeTitle } from './themes.tsx';
import { zoneLine } from './zone-words.ts';

/** What comes before everything else: that building is forbidden here, and that the answer has holes. */
export function FirstNotices({ answer }: { answer: Answer }) {
  const { t, language } = useReader();
  const { on, today } = useLinks();
  const isProhibited = answer.parts.some((part) => part.warnings.includes('prohibited'));
  return (
    <>
      {isProhibited && (
        <Notice
          icon="forbidden"
          title={t[answer.parts.length > 1 ? 'notice.prohibitedPart' : 'notice.prohibited']}
        >
          {answer.themes.concerned.map((row) =>
            row.effects
              .filter((effect) => effect.effect === 'prohibition' && effect.activityName === null)
              .map((effect) => (
                <p key={`${row.code} ${effect.body}`} className="said-below">
                  {themeTitle(row, t)}: <span lang="id">{effect.body}</span>{' '}
                  <SourceLink sourceId={effect.sourceId} />
                </p>
              )),
          )}
        </Notice>
      )}
      {!answer.isComplete && answer.plan !== 'sourceFailed' && (
        <Notice title={t['notice.incomplete']}>
          <p>{t['notice.sourceFailedHelp']}</p>
        </Notice>
      )}
      {answer.coverage === 'unknown' && <Notice icon="question" title={t['notice.coverageUnknown']} />}
      {on !== null && today !== '' && on > today && (
        <Notice icon="question" title={t['notice.future'](formatDay(on, language))} />
      )}
    </>
  );
}

/** What a reader must know before any number: outside, nothing mapped, two plans, a border close by. */
export function Notices({ answer, city }: { answer: Answer; city: string }) {
  const { t, language } = useReader();
  const { plan, coverage, remainder } = answer;
  const hasPlan = answer.versions.some((version) => version.kind === 'zones');
  return (
    <>
      {(coverage === 'outsideCity' || plan === 'outsideCity') && <Outside answer={answer} city={city} />}
      {coverage === 'partlyOutside' && <Notice title={t['notice.partlyOutside'](city)} />}
      {plan === 'sourceFailed' && (
        <Notice title={t['notice.sourceFailed']}>
          <p>{t['notice.sourceFailedHelp']}</p>
        </Notice>
      )}
      {plan === 'invalidGeometry' && (
        <Notice icon="question" title={t['notice.invalidGeometry']}>
          <p>{t['notice.invalidGeometryHelp']}</p>
        </Notice>
      )}
      {plan === 'none' && coverage !== 'outsideCity' && (
        <Notice
          icon="question"
          title={hasPlan ? t['notice.none'] : t['notice.notInForce'](formatDay(answer.asOf, language))}
        >
          <p>{t[answer.rtrw.length > 0 ? 'notice.noneHelp' : 'notice.askOffice']}</p>
        </Notice>
      )}
      {plan === 'overlapping' && <Notice title={t['notice.overlapping']} />}
      {plan === 'partial' && <Notice title={t['notice.partial']} />}
      {remainder !== null && remainder.areaM2 > 0 && (
        <Notice
          icon="question"
          title={t['zone.remainder'](
            formatPercent(remainder.sharePct, language),
            formatArea(remainder.areaM2, language),
          )}
        >
          {(remainder.invalidGeometryM2 ?? 0) > 0 && (
            <p>{t['zone.remainderInvalid'](formatArea(remainder.invalidGeometryM2 ?? 0, language))}</p>
          )}
        </Notice>
      )}
      {answer.nearBorder.map((near) => (
        <Notice
          key={near.zone.code}
          title={t['notice.nearBorder'](formatMetres(near.distanceM, language), zoneLine(near.zone))}
        >
          <p>{t['notice.nearBorderHelp'](formatMetres(answer.borderToleranceM, language))}</p>
        </Notice>
      ))}
      {answer.revisions.map((revision) => (
        <Notice
          key={revision.regulationTitle}
          title={t['notice.revision'](revision.regulationTitle, revision.status)}
        />
      ))}
    </>
  );
}

function Outside({ answer, city }: { answer: Answer; city: string }) {
  const { t, language } = useReader();
  const links = useLinks();
  return (
    <Notice icon="pin" title={t['notice.outsideCity'](city)}>
      <p>
        {t['notice.outsideCityHelp']} {answer.neighbour !== null && t['notice.neighbour'](answer.neighbour)}
      </p>
      {answer.swapOffer !== null && (
        <p>
          {t['notice.swap'](formatPosition([answer.swapOffer[0], answer.swapOffer[1]], language))}{' '}
          <a
            className="swap-offer"
            data-place={placeInAddress([answer.swapOffer[0], answer.swapOffer[1]])}
            href={links.placeHref([answer.swapOffer[0], answer.swapOffer[1]])}
          >
            {t['notice.swapAction']}
          </a>
        </p>
      )}
    </Notice>
  );
}
