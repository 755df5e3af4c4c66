import type { LegendLayer } from '#domain/zoning/legend';
import { useAnnounce } from '../../app/announcer.tsx';
import { inDrawingOrder, shortestOrder } from '../../lib/layer-order.ts';
import { type MapLook, readLook, writeLook } from '../../lib/map-look.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { BaseChoice } from './base-choice.tsx';
import type { LegendCardProps } from './card-props.ts';
import { DateChoice } from './date-choice.tsx';
import { LayerRow } from './layer-row.tsx';
import { layerTitle } from './layer-title.ts';
import { LegendFailure } from './legend-failure.tsx';
import { texts } from './texts.ts';
import { shownLayers } from './use-legend.ts';
import { useMapLegend } from './use-map-legend.ts';

/** Every layer with its switch, its opacity and its place in the order; the day; back to how it was. */
export function LayerList({ port, legend, toggled, look: written, on, today, onChange }: LegendCardProps) {
  const t = useTexts(texts);
  const reader = useReader();
  const announce = useAnnounce();
  const look = readLook(written);
  const symbols = new Map(useMapLegend(port).map((shown) => [shown.layerId, shown.symbol]));
  const drawn = (legend.data?.layers ?? []).filter((layer) => layer.isDrawn);
  const topFirst = inDrawingOrder(drawn, look.order).toReversed();
  const shown = new Set(shownLayers(drawn, toggled).map(({ layerId }) => layerId));
  // Names stand above everything and have no place in the order.
  const shownInOrder = topFirst.filter(({ layerId, kind }) => shown.has(layerId) && kind !== 'place');
  const isUsual = written === null && toggled.length === 0;

  const toggle = (layerId: string): void =>
    onChange({
      toggled: toggled.includes(layerId) ? toggled.filter((id) => id !== layerId) : [...toggled, layerId],
    });
  const change = (patch: Partial<MapLook>): void => onChange({ look: writeLook({ ...look, ...patch }) });
  const setOpacity = (layerId: string, pct: number): void =>
    change({ opacity: new Map([...look.opacity, [layerId, pct]]) });
  /** Past the next layer that is shown: what is not drawn is no step. */
  const move = (layer: LegendLayer, step: 1 | -1): void => {
    const place = shownInOrder.indexOf(layer);
    const passed = place < 0 ? undefined : shownInOrder[place + step];
    if (passed === undefined) return;
    const rest = topFirst.filter((other) => other !== layer);
    const at = rest.indexOf(passed) + (step === 1 ? 1 : 0);
    const ids = rest.toSpliced(at, 0, layer).map(({ layerId }) => layerId);
    change({ order: shortestOrder(drawn, ids) });
    announce(t.moved(layerTitle(layer, reader), place + step + 1, shownInOrder.length));
  };

  return (
    <>
      <LegendFailure legend={legend} />
      <p className="quiet">{t.layersHelp}</p>
      <ul className="layer-list">
        {topFirst.map((layer) => (
          <LayerRow
            key={layer.layerId}
            title={layerTitle(layer, reader)}
            symbol={symbols.get(layer.layerId) ?? null}
            isShown={shown.has(layer.layerId)}
            opacity={look.opacity.get(layer.layerId) ?? 100}
            isFirst={layer === shownInOrder[0] || layer.kind === 'place'}
            isLast={layer === shownInOrder.at(-1) || layer.kind === 'place'}
            onToggle={() => toggle(layer.layerId)}
            onOpacity={(pct) => setOpacity(layer.layerId, pct)}
            onMove={(step) => move(layer, step)}
          />
        ))}
      </ul>
      <BaseChoice look={look} onChange={(next) => onChange({ look: next })} />
      <button
        type="button"
        className="button"
        // Not disabled: the keyboard would lose its place in the card with the press that resets it.
        aria-disabled={isUsual}
        onClick={() => {
          if (isUsual) return;
          onChange({ toggled: [], look: null });
          announce(t.wasReset);
        }}
      >
        {t.reset}
      </button>
      <DateChoice on={on} today={today} onChange={(day) => onChange({ on: day })} />
    </>
  );
}
