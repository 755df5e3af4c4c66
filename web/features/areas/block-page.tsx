import type { BlockPart, BlockSummary, BlockZone } from '#domain/areas/area-summary';
import { articleAnchor } from '#domain/rules/article-anchor';
import type { Figure } from '#domain/zoning/figure';
import type { ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { kelurahanHref, onDay, regulationHref } from '../../app/reading-links.ts';
import { readingTexts } from '../../app/reading-texts.ts';
import { formatArea, formatHectares } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { type Reader, useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/section.tsx';
import { measureWords, ruleWords, textPageHref } from '../lookup/index.ts';
import { areaOnMapHref } from './area-on-map.ts';
import { OverlayList } from './overlay-list.tsx';
import { ShareTable } from './share-table.tsx';
import { texts } from './texts.ts';
import { VersionLines } from './version-lines.tsx';

/** One block of a detail plan: its zones, their basic figures with source, what lies on it, where it is. */
export function BlockPage({ data, block }: { data: ReadingData; block: BlockSummary }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const frame = useTexts(readingTexts);
  const [home] = block.kelurahan;
  const [only, other] = block.parts;
  const isOne = other === undefined;
  return (
    <ReadingFrame
      data={data}
      section="kelurahan"
      hasDate
      steps={[
        { label: frame.kelurahan, href: onDay('/kelurahan', data.on) },
        ...(home === undefined ? [] : [{ label: home.name, href: kelurahanHref(home.slug, data.on) }]),
      ]}
    >
      <h1>{t.block(block.code)}</h1>
      <p className="lead">
        {isOne && only != null && only.kodswp !== null && `${t.swp(only.kodswp)} · `}
        {formatArea(Math.round(block.areaM2), language)}{' '}
        <span className="quiet">
          ({formatHectares(block.areaM2, language)}, {t.areaMethod})
        </span>
        {block.kelurahan.map((area) => (
          <span key={area.slug}>
            {' · '}
            <a href={kelurahanHref(area.slug, data.on)}>{t.kelurahan(area.name)}</a>
          </span>
        ))}
      </p>
      <p className="actions">
        <a className="button" href={areaOnMapHref(block.bbox, data.on)}>
          <Icon name="pin" />
          {t.onMap}
        </a>
      </p>
      {!isOne && <p className="notice">{t.severalAreas(block.parts.length)}</p>}
      <Section id="zona" title={t.zones}>
        {block.parts.map((part) => (
          <div key={keyOf(part)}>
            {!isOne && <h3>{nameOf(part, t)}</h3>}
            <ShareTable
              shares={part.zones}
              wholeM2={part.areaM2}
              label={isOne ? t.zones : `${t.zones}: ${nameOf(part, t)}`}
            />
          </div>
        ))}
      </Section>
      <Section id="angka" title={t.figures}>
        <p className="quiet">{t.figuresNote}</p>
        {block.parts.map((part) =>
          part.zones.map((zone) => (
            <ZoneFigures
              key={`${keyOf(part)} ${zone.code}`}
              name={isOne ? zone.code : `${zone.code} · ${nameOf(part, t)}`}
              zone={zone}
              block={block}
              on={data.on}
            />
          )),
        )}
      </Section>
      <Section id="tambahan" title={t.overlays}>
        <OverlayList overlays={block.overlays} wholeM2={block.areaM2} />
        <p className="quiet">{t.overlaysBlock}</p>
      </Section>
      <Section id="versi" title={frame.data}>
        <VersionLines versions={block.versions} />
      </Section>
    </ReadingFrame>
  );
}

const keyOf = ({ layerId, kodwp, kodswp }: BlockPart): string => JSON.stringify([layerId, kodwp, kodswp]);

/** A planning area by what it is called in its plan. */
const nameOf = ({ plan, kodwp, kodswp }: BlockPart, t: (typeof texts)['id']): string =>
  [plan, kodwp === null ? null : t.wp(kodwp), kodswp === null ? t.noSwp : t.swp(kodswp)]
    .filter((word) => word !== null)
    .join(' · ');

function ZoneFigures({
  name,
  zone,
  block,
  on,
}: {
  name: string;
  zone: BlockZone;
  block: BlockSummary;
  on: string | null;
}) {
  const reader = useReader();
  const t = useTexts(texts);
  return (
    <div className="zone-figures">
      <h3>{name}</h3>
      {zone.figures.length === 0 ? (
        <p className="unknown-block">{t.noFigures}</p>
      ) : (
        <dl className="figure-list">
          {zone.figures.map((figure) => (
            <div key={`${figure.measure} ${figure.operator}`}>
              <dt>{reader.t[`measure.${figure.measure}`]}</dt>
              <dd>
                <FigureValue figure={figure} reader={reader} />{' '}
                <Article sourceId={(figure.base ?? figure.alternatives[0])?.sourceId} block={block} on={on} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p>
        <a href={textPageHref(zone.point, on)}>
          {t.ask} {zone.code}
        </a>
      </p>
    </div>
  );
}

function FigureValue({ figure, reader }: { figure: Figure; reader: Reader }) {
  const t = useTexts(texts);
  const { base, measure, operator, alternatives } = figure;
  if (base !== null && base.value !== null) {
    return (
      <strong>
        {operator === 'max' ? '≤ ' : '≥ '}
        {measureWords(measure, base.value, reader)}
      </strong>
    );
  }
  if (base !== null) return <span lang="id">{ruleWords(measure, base, reader)}</span>;
  if (alternatives.length > 0) {
    return (
      <>
        {alternatives.map((rule) => ruleWords(measure, rule, reader)).join(' / ')}{' '}
        <span className="quiet">({t.depends})</span>
      </>
    );
  }
  return <span className="unknown">{t.notSet}</span>;
}

/** The article that a figure stands in, on the page of its regulation. */
function Article({
  sourceId,
  block,
  on,
}: {
  sourceId: string | undefined;
  block: BlockSummary;
  on: string | null;
}) {
  const source = sourceId === undefined ? undefined : block.sources[sourceId];
  if (sourceId === undefined || source === undefined) return null;
  const layerId = sourceId.slice(0, sourceId.indexOf('/'));
  return (
    <a
      className="source"
      href={regulationHref(layerId, source.regulationId, on, articleAnchor(sourceId))}
      lang="id"
    >
      {source.article}
    </a>
  );
}
