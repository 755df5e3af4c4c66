import type { KelurahanSummary } from '#domain/areas/area-summary';
import type { ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { onDay } from '../../app/reading-links.ts';
import { readingTexts } from '../../app/reading-texts.ts';
import { formatHectares } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/section.tsx';
import { AreaBlocks, AreaPlaces } from './area-contents.tsx';
import { areaOnMapHref } from './area-on-map.ts';
import { OverlayList, ThemesElsewhere } from './overlay-list.tsx';
import { ShareTable } from './share-table.tsx';
import { texts } from './texts.ts';
import { VersionLines } from './version-lines.tsx';

/** One kelurahan: its zones by share, what lies on it, its classes in the city's plan, its blocks and places. */
export function KelurahanPage({ data, area }: { data: ReadingData; area: KelurahanSummary }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const frame = useTexts(readingTexts);
  const whole = formatHectares(area.areaM2, language);
  return (
    <ReadingFrame
      data={data}
      section="kelurahan"
      hasDate
      steps={[{ label: frame.kelurahan, href: onDay('/kelurahan', data.on) }]}
    >
      <h1>{t.kelurahan(area.name)}</h1>
      <p className="lead">
        {area.kecamatan !== null && `${t.inKecamatan(area.kecamatan)} · `}
        {whole} <span className="quiet">({t.areaMethod})</span>
        {area.code !== null && (
          <span className="quiet">
            {' '}
            · {t.code} {area.code}
          </span>
        )}
      </p>
      <p className="actions">
        <a className="button" href={areaOnMapHref(area.bbox, data.on)}>
          <Icon name="pin" />
          {t.onMap}
        </a>
      </p>
      <Section id="zona" title={t.zones}>
        {area.hasPlan && area.zones.length > 0 ? (
          <>
            <p className="quiet">{t.zonesOf(area.zones.length, whole)}</p>
            <ShareTable
              shares={area.zones}
              wholeM2={area.areaM2}
              unzonedM2={area.unzonedM2}
              label={t.zones}
            />
          </>
        ) : (
          <p className="unknown-block">{t.noZones}</p>
        )}
      </Section>
      <Section id="tambahan" title={t.overlays}>
        <OverlayList overlays={area.overlays} wholeM2={area.areaM2} />
        {area.overlays.length > 1 && <p className="quiet">{t.overlayNote}</p>}
        <ThemesElsewhere themes={area.themes} overlays={area.overlays} />
      </Section>
      <Section id="rtrw" title={t.rtrw}>
        {area.rtrw.length === 0 ? (
          <p className="unknown-block">{t.noRtrw}</p>
        ) : (
          <ShareTable shares={area.rtrw} wholeM2={area.areaM2} label={t.rtrw} />
        )}
      </Section>
      {area.blocks.length > 0 && (
        <Section id="blok" title={t.blocks}>
          <AreaBlocks blocks={area.blocks} on={data.on} />
        </Section>
      )}
      {area.places.length > 0 && (
        <Section id="tempat" title={t.places}>
          <AreaPlaces places={area.places} on={data.on} />
        </Section>
      )}
      <Section id="versi" title={frame.data}>
        <VersionLines versions={area.versions} />
      </Section>
    </ReadingFrame>
  );
}
