import { type KeyboardEvent, useRef, useState } from 'react';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { TOOLS } from './registry.ts';
import { texts } from './texts.ts';
import { ToolIcon } from './tool-icon.tsx';
import './tools.css';

const MENU_ICON = 'M11.5 3.2a4 4 0 0 0-4.9 5.2L3 12v5h5l3.6-3.6a4 4 0 0 0 5.2-4.9L14 11l-2.6-.4L11 8l2.8-2.8';

/** The button “Alat” on the map, and the list of tools that it opens. The place that focus returns to from a tool. */
export function ToolMenu({
  isMapDrawn,
  onUnfold,
  onOpen,
}: {
  isMapDrawn: boolean;
  /** The list is about to cover what is open on the map. */
  onUnfold: () => void;
  onOpen: (id: string) => void;
}) {
  const { language } = useReader();
  const t = useTexts(texts);
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the list from any of its buttons
    <div
      className="tool-menu"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setIsOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        id="alat"
        className="map-button map-button-wide"
        aria-expanded={isOpen}
        aria-controls="daftar-alat"
        onClick={() => {
          if (!isOpen) onUnfold();
          setIsOpen(!isOpen);
        }}
      >
        <ToolIcon path={MENU_ICON} />
        <span>{t.menu}</span>
      </button>
      <ul className="tool-list" id="daftar-alat" aria-label={t.menuLabel} hidden={!isOpen}>
        {TOOLS.filter((tool) => isMapDrawn || !tool.needsDrawnMap).map((tool) => (
          <li key={tool.id}>
            <button
              type="button"
              onClick={() => {
                setIsOpen(false);
                onOpen(tool.id);
              }}
            >
              <ToolIcon path={tool.icon} />
              <span>
                <span className="tool-name">{tool.title[language]}</span>
                <span className="tool-purpose">{tool.purpose[language]}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
