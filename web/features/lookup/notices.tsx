import { Fragment } from 'react';
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
import { Effects, themeTitle } from './themes.tsx';
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
      <Around answer={answer} />
      {answer.themes.noData
        .filter(({ code, reason }) => code === 'bidang-tanah' && reason === 'notCarried')
        .map((row) => (
          <Notice key={row.code} icon="question" title={`${themeTitle(row, t)}: ${t['reason.notCarried']}`} />
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

/** What does not hold at the point but close by, or on the rest of its parcel: one line each, in one frame. */
function Around({ answer }: { answer: Answer }) {
  const { t, language } = useReader();
  const nib = answer.parcels[0]?.nib;
  const isBeside = ({ distanceM }: { distanceM: number | null }) => distanceM !== null && distanceM > 0;
  const lines = [
    ...answer.nearBorder.map(({ zone, distanceM }) => ({
      key: zone.code,
      title: t['notice.nearBorder'](formatMetres(distanceM, language), zoneLine(zone)),
      body: null,
    })),
    ...answer.nearOverlays.map((near) => ({
      key: `${near.code} ${near.levelCode}`,
      title: (
        <>
          {themeTitle(near, t) !== near.title && `${themeTitle(near, t)}, `}
          <span lang="id">{near.name}</span>: <WhereNear near={near} nib={nib} />
        </>
      ),
      body: (
        // On paper what lies on the point itself is said once, among its additional rules.
        <div className={near.distanceM === 0 ? 'said-below' : undefined}>
          {near.isSliver && <p>{t['zone.sliver']}</p>}
          <Effects effects={near.effects} />
        </div>
      ),
    })),
    ...answer.parcelZones.flatMap(({ zone, sharePct, isSliver, hasOtherRules }) =>
      isSliver
        ? []
        : [
            {
              key: `${zone.code} %`,
              title: (
                <>
                  {zoneLine(zone)}: <WhereNear near={{ distanceM: null, parcelPct: sharePct }} nib={nib} />
                </>
              ),
              body: hasOtherRules === true ? <p>{t['near.otherRules']}</p> : null,
            },
          ],
    ),
    ...(answer.parcelGaps ?? []).map(({ layerId, title, sharePct }) => ({
      key: `${layerId} ?`,
      title: (
        <>
          <span lang="id">{title}</span>: {t['near.gap'](formatPercent(sharePct, language))}
        </>
      ),
      body: null,
    })),
  ];
  const [first, ...others] = lines;
  if (first === undefined) return null;
  return (
    <Notice title={first.title}>
      {first.body}
      {others.map(({ key, title, body }) => (
        <Fragment key={key}>
          <p className="notice-title">{title}</p>
          {body}
        </Fragment>
      ))}
      {[...answer.nearBorder, ...answer.nearOverlays].some(isBeside) && (
        <p>{t['notice.nearBorderHelp'](formatMetres(answer.borderToleranceM, language))}</p>
      )}
    </Notice>
  );
}

/** How far an overlay begins, and how much of the parcel it takes, with the way to the answer for all of the parcel. */
export function WhereNear({
  near: { distanceM, parcelPct },
  nib,
}: {
  near: Pick<Answer['nearOverlays'][number], 'distanceM' | 'parcelPct'>;
  nib: string | undefined;
}) {
  const { t, language } = useReader();
  const { on } = useLinks();
  return (
    <>
      {distanceM !== null && distanceM > 0 && t['near.from'](formatMetres(distanceM, language))}
      {distanceM !== null && distanceM > 0 && parcelPct !== null && ', '}
      {parcelPct !== null && (
        <a href={`/bangun?nib=${nib}${on === null ? '' : `&on=${on}`}`}>
          {t['near.ofParcel'](formatPercent(parcelPct, language))}
        </a>
      )}
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
