import type { ReactNode } from 'react';
import type { Building, BuildingPart } from '#domain/building/building';
import { partKey } from '#domain/zoning/part-key';
import { formatMetres } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';
import { Notice } from '../../ui/notice.tsx';
import { overlayWords } from '../lookup/index.ts';
import { roundArea, wordsOf } from './building-words.ts';
import { CheckList } from './check-list.tsx';
import { EdgeList } from './edge-list.tsx';
import { PartFigures } from './part-figures.tsx';
import { SiteDrawing } from './site-drawing.tsx';
import { SourcesOfBuilding } from './sources.tsx';

/** What may be built on a piece of ground, complete as text; the drawing and the map only show the same again. */
export function BuildingView({
  building,
  on,
  form,
}: {
  building: Building;
  on: string | null;
  form: ReactNode;
}) {
  const { language } = useReader();
  const t = wordsOf(language);
  const { ground, parts } = building;
  // Ground that is nothing but slivers is still told in full.
  const counted = parts.some((part) => !part.isSliver) ? parts.filter((part) => !part.isSliver) : parts;
  return (
    <SourcesOfBuilding value={{ sources: building.sources, on }}>
      <div className="building">
        <p className="building-ground">
          <strong>{ground.nib === null ? t.drawn : t.parcel(ground.nib)}</strong>
          <span className="tabular">
            {t.groundArea(roundArea(ground.areaM2, language), formatMetres(ground.perimeterM, language))}
          </span>
          {ground.kelurahan.length > 0 && <span>{t.inKelurahan(ground.kelurahan.join(', '))}</span>}
        </p>
        <Notices building={building} />
        {parts.length > 0 && (
          <>
            {counted.map((part) => (
              <PartFigures key={partKey(part)} part={part} isOnly={parts.length === 1} />
            ))}
            {counted.length < parts.length && (
              <Slivers parts={parts.filter((part) => !counted.includes(part))} />
            )}
            <section className="building-part" aria-label={t.checkTitle}>
              <h2 id="periksa">{t.checkTitle}</h2>
              {form}
              <CheckList building={building} />
            </section>
            <section className="building-part" aria-label={t.edges}>
              <h2>{t.edges}</h2>
              <SiteDrawing building={building} />
              <EdgeList building={building} />
            </section>
          </>
        )}
        <p className="quiet">{t.disclaimer}</p>
      </div>
    </SourcesOfBuilding>
  );
}

/** Pieces below the noise of borders: named with their ground, without figures of their own. */
function Slivers({ parts }: { parts: readonly BuildingPart[] }) {
  const { t: words, language } = useReader();
  const t = wordsOf(language);
  return (
    <p className="quiet">
      {parts
        .map((part) => `${part.zone.code}${overlayWords(part, words)} ${roundArea(part.areaM2, language)}`)
        .join('; ')}
      . {t.sliver}
    </p>
  );
}

function Notices({ building }: { building: Building }) {
  const { language } = useReader();
  const t = wordsOf(language);
  const { ground, parts, withoutPlanM2 } = building;
  const touchesNoRoad = ground.roads === 'known' && ground.edges.every(({ roads }) => roads.length === 0);
  const said = [
    building.coverage === 'inside' ? null : t.outside,
    parts.length === 0 ? t.noPlan : null,
    parts.length > 0 && (withoutPlanM2 ?? 0) > 1
      ? t.partlyNoPlan(roundArea(withoutPlanM2 ?? 0, language))
      : null,
    building.plan === 'overlapping' ? t.overlapping : null,
    building.isComplete ? null : t.incomplete,
    parts.length === 0
      ? null
      : touchesNoRoad
        ? t.noRoadTouches
        : ground.roads === 'known'
          ? null
          : t[`roads.${ground.roads}`],
  ].filter((words) => words !== null);
  return said.map((words) => <Notice key={words} title={words} />);
}
