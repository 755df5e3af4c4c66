import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '../../locale/feature-texts.ts';
import { Icon } from '../../ui/icon.tsx';
import '../../ui/styles/legend.css';
import type { LegendCardProps } from './card-props.ts';
import { LayerList } from './layer-list.tsx';
import { LegendList } from './legend-list.tsx';
import { texts } from './texts.ts';

const TABS = ['legend', 'layers'] as const;
type Tab = (typeof TABS)[number];

/** What the colours mean, and which layers are drawn how: two leaves of one card. */
export function LegendCard(props: LegendCardProps) {
  const t = useTexts(texts);
  const [tab, setTab] = useState<Tab>('legend');
  const card = useRef<HTMLElement>(null);
  const id = useId();
  useEffect(() => card.current?.focus({ preventScroll: true }), []);
  const close = (): void => {
    props.onClose();
    // The button that opened the card comes back when the card is gone.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-controls="legenda"]')?.focus());
  };
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
  };
  const turn = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const next = tab === 'legend' ? 'layers' : 'legend';
    setTab(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <section
      ref={card}
      className="legend-card"
      id="legenda"
      aria-label={t.title}
      tabIndex={-1}
      onKeyDown={closeOnEscape}
    >
      <header className="legend-head">
        <div className="legend-tabs" role="tablist" aria-label={t.title} onKeyDown={turn}>
          {TABS.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`${id}-${name}`}
              aria-selected={tab === name}
              aria-controls={`${id}-leaf`}
              tabIndex={tab === name ? 0 : -1}
              onClick={() => setTab(name)}
            >
              {name === 'legend' ? t.legendTab : t.layersTab}
            </button>
          ))}
        </div>
        <button type="button" className="legend-close" aria-label={t.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div
        className="legend-leaf"
        role="tabpanel"
        id={`${id}-leaf`}
        aria-labelledby={`${id}-${tab}`}
        tabIndex={-1}
      >
        {tab === 'legend' ? <LegendList {...props} /> : <LayerList {...props} />}
      </div>
    </section>
  );
}
