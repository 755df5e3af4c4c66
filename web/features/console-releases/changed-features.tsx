import { useCallback, useMemo, useState } from 'react';
import type { BBox, LngLat } from '#domain/geo/lng-lat';
import type { FeatureChange, LayerComparison } from '#domain/publication/comparison';
import { formatArea, formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { MapShape } from '../../map/map-port.ts';
import { boxAround, StaffMap, Swipe, usualLayers } from '../console-map/index.ts';
import { useLegend } from '../legend/index.ts';
import { type ChangedGround, DRAWN, shapesOfGround } from './changed-ground.ts';
import { comparisonTexts } from './comparison-texts.ts';

const PAGE = 20;

/** The features that changed beside the map: highlighted, or before and after on either side of a line. */
export function ChangedFeatures({
  layer,
  ground,
}: {
  layer: LayerComparison;
  ground: ChangedGround | null | undefined;
}) {
  const t = useTexts(comparisonTexts);
  const { language } = useReader();
  const [shownCount, setShownCount] = useState(PAGE);
  const [chosen, setChosen] = useState<number | null>(null);
  const [isSwiped, setIsSwiped] = useState(false);
  const legend = useLegend(null).data;
  const { features } = layer;
  const colorOf = useCallback(
    (code: string) => {
      const shown = legend?.layers.find(({ layerId }) => layerId === layer.layerId);
      return shown?.entries.find((entry) => entry.code === code)?.color ?? undefined;
    },
    [legend, layer.layerId],
  );
  const shapes = useMemo(() => {
    const pieces = shapesOfGround(ground, isSwiped ? 'before' : 'both');
    const feature = chosen === null ? undefined : features[chosen];
    return feature === undefined ? pieces : [...pieces, outlineOf(feature)];
  }, [ground, isSwiped, features, chosen]);
  const after = useMemo(() => shapesOfGround(ground, 'after', colorOf), [ground, colorOf]);
  const bbox = useMemo(
    () => around(chosen === null ? features : features.slice(chosen, chosen + 1)),
    [features, chosen],
  );
  const pick = useCallback(
    ([lng, lat]: LngLat) => {
      const index = features.findIndex(
        ({ bbox: [w = 0, s = 0, e = 0, n = 0] }) => lng >= w && lng <= e && lat >= s && lat <= n,
      );
      if (index >= 0) setChosen(index);
    },
    [features],
  );
  const all = Object.values(layer.changes).reduce((sum, count) => sum + count, 0);
  const number = (value: number): string => formatNumber(value, language);
  return (
    <div className="evidence">
      <section className="block" aria-label={`${t.features}: ${layer.title}`}>
        <h3>
          {t.features} <span className="quiet">{t.listed(number(features.length), number(all))}</span>
        </h3>
        <ul className="rows">
          {features.slice(0, shownCount).map((feature, index) => (
            <FeatureLine
              key={`${feature.beforeNo}-${feature.afterNo}`}
              feature={feature}
              isChosen={index === chosen}
              onChoose={() => setChosen(index)}
            />
          ))}
        </ul>
        {features.length > shownCount && (
          <button type="button" className="button" onClick={() => setShownCount(shownCount + PAGE)}>
            {t.listed(number(shownCount), number(features.length))}
          </button>
        )}
      </section>
      <div className="block">
        <p className="form-actions">
          <button
            type="button"
            className="button"
            aria-pressed={isSwiped}
            onClick={() => setIsSwiped(!isSwiped)}
          >
            {isSwiped ? t.highlight : t.sideBySide}
          </button>
          {isSwiped && <span className="quiet">{t.swipe}</span>}
        </p>
        {ground != null && ground.features.length > DRAWN && (
          <p className="quiet">{t.drawn(number(DRAWN), number(ground.features.length))}</p>
        )}
        <StaffMap label={`${t.onMap}: ${layer.title}`} shapes={shapes} bbox={bbox} onPick={pick}>
          {(port, drawn) =>
            isSwiped && (
              <Swipe
                port={port}
                legend={drawn}
                choose={usualLayers}
                left={t.inForce}
                right={t.thisRelease}
                rightShapes={after}
              />
            )
          }
        </StaffMap>
      </div>
    </div>
  );
}

function FeatureLine({
  feature,
  isChosen,
  onChoose,
}: {
  feature: FeatureChange;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const t = useTexts(comparisonTexts);
  const { language } = useReader();
  const fields = Object.keys(feature.fields);
  return (
    <li className={isChosen ? 'finding finding-chosen' : 'finding'}>
      <p>
        <strong>{t[feature.change]}</strong> {feature.beforeCode ?? '–'}
        {feature.afterCode !== feature.beforeCode && ` → ${feature.afterCode ?? '–'}`}
      </p>
      <p className="row-facts">
        {feature.change !== 'attributes' && (
          <span className="tabular">
            {formatArea(Math.round(Math.max(feature.addedM2, feature.removedM2)), language)}
          </span>
        )}
        {fields.length > 0 && <span>{fields.join(', ')}</span>}
        <button type="button" className="link-button" aria-pressed={isChosen} onClick={onChoose}>
          {t.see}
        </button>
      </p>
    </li>
  );
}

/** The box of a feature: where it is, whatever shape it has on either side. */
function outlineOf({ bbox: [w = 0, s = 0, e = 0, n = 0] }: FeatureChange): MapShape {
  const corners: LngLat[] = [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ];
  return { kind: 'line', look: 'accent', coordinates: corners };
}

function around(features: readonly FeatureChange[]): BBox | null {
  const corners = features.flatMap(({ bbox: [w = 0, s = 0, e = 0, n = 0] }): LngLat[] => [
    [w, s],
    [e, n],
  ]);
  return boxAround(corners, 0.0005);
}
