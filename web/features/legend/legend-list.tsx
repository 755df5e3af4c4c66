import type { LegendEntry, LegendLayer } from '#domain/zoning/legend';
import { LatePart } from '../../app/late-part.tsx';
import { later } from '../../lib/later.ts';
import { readLook } from '../../lib/map-look.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { LegendOfLayer } from '../../map/map-port.ts';
import type { LegendCardProps } from './card-props.ts';
import { ColorChoice } from './color-choice.tsx';
import { entriesInView } from './entries-in-view.ts';
import { EntryList } from './entry-list.tsx';
import { layerTitle } from './layer-title.ts';
import { LegendFailure } from './legend-failure.tsx';
import { SymbolView } from './map-symbol.tsx';
import { texts } from './texts.ts';
import { useMapLegend } from './use-map-legend.ts';
import { englishZoneName } from './zone-vocabulary.ts';

const deviceLine = later(async () => (await import('../offline/index.ts')).DeviceLine);

/** The meaning of what is drawn, limited to what is in view, most ground first; everything on request. */
export function LegendList({ port, legend, look, onChange }: LegendCardProps) {
  const t = useTexts(texts);
  const reader = useReader();
  const drawn = useMapLegend(port);
  const layers = legend.data?.layers ?? [];
  const pairs = drawn.flatMap((shown) => {
    const layer = layers.find(({ layerId }) => layerId === shown.layerId);
    return layer === undefined ? [] : [{ layer, shown }];
  });
  const withCodes = pairs.filter(({ shown }) => shown.symbolByCode.size > 0);
  const others = pairs.filter(({ shown }) => shown.symbol !== null);
  const device = legend.data?.device;
  return (
    <>
      <LegendFailure legend={legend} />
      {device !== undefined && (
        <LatePart later={deviceLine}>{(DeviceLine) => <DeviceLine from={device} />}</LatePart>
      )}
      {legend.data !== undefined && !layers.some(({ kind, isDrawn }) => kind === 'zones' && isDrawn) && (
        <p className="unknown-block">{t.noPlan}</p>
      )}
      <ColorChoice look={readLook(look)} onChange={(next) => onChange({ look: next })} />
      {legend.data !== undefined && pairs.length === 0 && <p className="quiet">{t.nothingShown}</p>}
      {withCodes.map(({ layer, shown }) => (
        <CodesOfLayer key={layer.layerId} layer={layer} shown={shown} isText={port.kind === 'text'} />
      ))}
      {others.length > 0 && (
        <section className="legend-group">
          <h2>{t.others}</h2>
          <ul className="legend-entries">
            {others.map(({ layer, shown }) => (
              <li key={layer.layerId}>
                <SymbolView symbol={shown.symbol} />
                <span>{layerTitle(layer, reader)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function CodesOfLayer(props: { layer: LegendLayer; shown: LegendOfLayer; isText: boolean }) {
  const { layer, shown, isText } = props;
  const t = useTexts(texts);
  const reader = useReader();
  const inView = shown.shares === null ? null : entriesInView(layer.entries, shown.shares);
  return (
    <section className="legend-group">
      <h2>{layerTitle(layer, reader)}</h2>
      {!isText && (
        <p className="quiet">
          {inView === null ? t.counting : inView.length === 0 ? t.noneInView : t.inView}
        </p>
      )}
      {inView !== null && inView.length > 0 && <EntryList entries={inView} symbols={shown.symbolByCode} />}
      <details className="quiet-details" open={isText}>
        <summary>{t.all(layer.entries.length)}</summary>
        {groupsOf(layer.entries).map(({ group, entries }) => (
          <div key={entries[0]?.code}>
            {group !== null && <GroupTitle name={group} />}
            <EntryList entries={entries} symbols={shown.symbolByCode} />
          </div>
        ))}
      </details>
    </section>
  );
}

function GroupTitle({ name }: { name: string }) {
  const { language } = useReader();
  const english = language === 'en' ? englishZoneName(name) : null;
  return (
    <p className="legend-zone">
      <span lang="id">{name}</span>
      {english !== null && <span className="quiet"> {english}</span>}
    </p>
  );
}

/** Codes of one parent zone together, in the order in which they come. */
function groupsOf(entries: readonly LegendEntry[]): { group: string | null; entries: LegendEntry[] }[] {
  const groups: { group: string | null; entries: LegendEntry[] }[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last !== undefined && last.group === entry.group && last.group !== null) last.entries.push(entry);
    else groups.push({ group: entry.group, entries: [entry] });
  }
  return groups;
}
