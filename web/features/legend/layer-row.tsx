import { useId, useState } from 'react';
import { LEAST_OPACITY } from '../../lib/map-look.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import type { MapSymbol } from '../../map/map-port.ts';
import { Icon } from '../../ui/icon.tsx';
import { SymbolView } from './map-symbol.tsx';
import { texts } from './texts.ts';

interface LayerRowProps {
  readonly title: string;
  readonly symbol: MapSymbol | null;
  readonly isShown: boolean;
  /** Percent. */
  readonly opacity: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  onToggle(): void;
  onOpacity(pct: number): void;
  onMove(step: 1 | -1): void;
}

/** One layer: its switch, and behind a button how see-through it is and where it stands. */
export function LayerRow({ title, symbol, isShown, opacity, ...props }: LayerRowProps) {
  const t = useTexts(texts);
  const [isOpen, setIsOpen] = useState(false);
  const settingsId = useId();
  return (
    <li className="layer">
      <div className="layer-line">
        <label className="switch">
          <input type="checkbox" checked={isShown} onChange={props.onToggle} />
          <span>{title}</span>
        </label>
        {symbol !== null && <SymbolView symbol={symbol} />}
        <button
          type="button"
          className="layer-more"
          aria-label={t.settings(title)}
          aria-expanded={isOpen && isShown}
          aria-controls={settingsId}
          disabled={!isShown}
          onClick={() => setIsOpen((open) => !open)}
        >
          <Icon name="adjust" />
        </button>
      </div>
      {isOpen && isShown && (
        <div className="layer-settings" id={settingsId}>
          <label className="layer-opacity">
            <span>{t.opacity}</span>
            <input
              type="range"
              min={LEAST_OPACITY}
              max={100}
              step={10}
              value={opacity}
              aria-valuetext={`${opacity} %`}
              onChange={(event) => props.onOpacity(Number(event.target.value))}
            />
            <output className="tabular">{opacity} %</output>
          </label>
          <button
            type="button"
            className="layer-more"
            aria-label={t.up(title)}
            aria-disabled={props.isFirst}
            onClick={() => props.onMove(-1)}
          >
            <Icon name="up" />
          </button>
          <button
            type="button"
            className="layer-more"
            aria-label={t.down(title)}
            aria-disabled={props.isLast}
            onClick={() => props.onMove(1)}
          >
            <Icon name="down" />
          </button>
        </div>
      )}
    </li>
  );
}
