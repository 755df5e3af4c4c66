import { formatPercent } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { MapSymbol } from '../../map/map-port.ts';
import type { EntryInView } from './entries-in-view.ts';
import { SymbolView } from './map-symbol.tsx';
import { texts } from './texts.ts';

/** Codes with their look, their name and how much of the ground in view they have. */
export function EntryList(props: {
  entries: readonly EntryInView[];
  symbols: ReadonlyMap<string, MapSymbol>;
}) {
  const t = useTexts(texts);
  const { language } = useReader();
  const percent = (share: number): string =>
    share < 0.01 ? t.lessThanOne : formatPercent(Math.round(share * 100), language);
  return (
    <ul className="legend-entries">
      {props.entries.map((entry) => (
        <li key={entry.code}>
          <SymbolView symbol={props.symbols.get(entry.code)} />
          <span className="legend-code">{entry.code}</span>
          <span className="legend-name">
            {entry.name === entry.code ? t.unnamed : <span lang="id">{entry.name}</span>}
            {entry.provisional && <span className="quiet"> ({t.provisional})</span>}
          </span>
          {entry.share !== undefined && <span className="legend-share tabular">{percent(entry.share)}</span>}
        </li>
      ))}
    </ul>
  );
}
