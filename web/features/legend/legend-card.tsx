import type { Legend, LegendEntry, LegendLayer } from '#domain/zoning/legend';
import { THEMES } from '#domain/zoning/theme';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { overlayColor } from '../../map/map-port.ts';
import { DemoRibbon } from '../../ui/demo-ribbon.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { DateChoice } from './date-choice.tsx';
import '../../ui/styles/legend.css';
import { texts } from './texts.ts';
import { shownLayers } from './use-legend.ts';
import { englishZoneName } from './zone-vocabulary.ts';

interface LegendCardProps {
  readonly legend: Legend | undefined;
  readonly hasFailed: boolean;
  readonly toggled: readonly string[];
  readonly visibleCodes: ReadonlyMap<string, readonly string[]>;
  readonly on: string | null;
  readonly today: string;
  onToggle(layerId: string): void;
  onDate(on: string | null): void;
}

const GROUPS = [
  { kind: 'zones', title: 'zones' },
  { kind: 'rtrw', title: 'rtrw' },
  { kind: 'overlay', title: 'overlays' },
] as const;

/** Layers to switch, the meaning of every colour that is drawn, and the date: made from what the map draws. */
export function LegendCard({ legend, hasFailed, toggled, on, today, ...props }: LegendCardProps) {
  const t = useTexts(texts);
  const shown = new Set(shownLayers(legend?.layers ?? [], toggled).map((layer) => layer.layerId));
  return (
    <div className="legend">
      {legend?.isDemo && <DemoRibbon />}
      <DateChoice key={on ?? today} on={on} today={today} onChange={props.onDate} />
      {hasFailed && <p className="unknown-block">{t.failed}</p>}
      {GROUPS.map(({ kind, title }) => {
        const layers = (legend?.layers ?? []).filter((layer) => layer.kind === kind && layer.isDrawn);
        if (layers.length === 0) return null;
        return (
          <fieldset key={kind} className="legend-group">
            <legend>{t[title]}</legend>
            {layers.map((layer) => (
              <LayerRows
                key={layer.layerId}
                layer={layer}
                isShown={shown.has(layer.layerId)}
                visible={props.visibleCodes.get(layer.layerId)}
                onToggle={() => props.onToggle(layer.layerId)}
              />
            ))}
          </fieldset>
        );
      })}
      {legend !== undefined && !legend.layers.some((layer) => layer.kind === 'zones' && layer.isDrawn) && (
        <p className="unknown-block">{t.noPlan}</p>
      )}
    </div>
  );
}

function LayerRows(props: {
  layer: LegendLayer;
  isShown: boolean;
  visible: readonly string[] | undefined;
  onToggle: () => void;
}) {
  const { layer, isShown, visible } = props;
  const { language } = useReader();
  const t = useTexts(texts);
  const theme = THEMES.find((candidate) => candidate.code === layer.theme);
  const inView = (visible ?? []).flatMap((code) => layer.entries.filter((entry) => entry.code === code));
  return (
    <div className="legend-layer">
      <label className="switch">
        <input type="checkbox" checked={isShown} onChange={props.onToggle} />
        {layer.kind === 'overlay' && <Swatch color={overlayColor(layer.theme ?? layer.layerId)} />}
        <span>{theme?.title[language] ?? layer.title}</span>
      </label>
      {isShown && layer.kind !== 'overlay' && (
        <>
          {inView.length > 0 && (
            <>
              <p className="quiet">{t.inView}</p>
              <Entries entries={inView} />
            </>
          )}
          <details className="quiet-details">
            <summary>{t.all(layer.entries.length)}</summary>
            {groupsOf(layer.entries).map(({ group, entries }) => (
              <Entries key={entries[0]?.code} title={group} entries={entries} />
            ))}
          </details>
        </>
      )}
    </div>
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

function Entries({ title, entries }: { title?: string | null; entries: readonly LegendEntry[] }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const english = language === 'en' && title != null ? englishZoneName(title) : null;
  return (
    <>
      {title != null && (
        <p className="legend-zone">
          <span lang="id">{title}</span>
          {english !== null && <span className="quiet"> {english}</span>}
        </p>
      )}
      <ul className="legend-entries">
        {entries.map((entry) => (
          <li key={entry.code}>
            <Swatch color={entry.color} />
            <span className="legend-code">{entry.code}</span>
            <span lang="id">{entry.name}</span>
            {entry.provisional && <span className="quiet"> ({t.provisional})</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
