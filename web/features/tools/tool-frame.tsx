import { useCallback, useEffect, useRef } from 'react';
import { useAnnounce } from '../../app/announcer.tsx';
import { LatePart } from '../../app/late-part.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { readTool, type ToolProps, writeTool } from '../map-tool/index.ts';
import { TOOLS } from './registry.ts';
import { texts } from './texts.ts';
import { useToolRoom } from './use-tool-room.ts';
import './tools.css';

interface ToolFrameProps extends Omit<ToolProps, 'state' | 'keep' | 'close'> {
  /** `alat=` of the address. */
  readonly tool: string;
  onTool(tool: string | null, step: 'push' | 'replace'): void;
}

/** The open tool in its frame: on a phone in the place of the sheet's content, on a desktop of the panel's. */
export function ToolFrame({ tool, onTool, ...props }: ToolFrameProps) {
  const { language } = useReader();
  const t = useTexts(texts);
  const announce = useAnnounce();
  const frame = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { id, state } = readTool(tool);
  const opened = TOOLS.find((one) => one.id === id);
  const title = opened?.title[language] ?? t.unknown;
  useToolRoom(props.port, frame);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    announce(t.opened(title));
  }, [announce, t, title]);
  const focusAfter = useRef('alat');
  // Focus goes back to the button that opens tools, however the tool was closed: by its button, Escape or Back.
  useEffect(
    () => () => {
      const lost = document.activeElement;
      if (lost === null || lost === document.body || lost.closest('.tool, .map') !== null) {
        document.getElementById(focusAfter.current)?.focus({ preventScroll: true });
      }
    },
    [],
  );
  // The same ones as long as the tool is open: effects of tools hang on them, and look something up meanwhile.
  const close = useCallback(
    (focusId = 'alat'): void => {
      focusAfter.current = focusId;
      // Not a step of its own: Back would open again what was just closed.
      onTool(null, 'replace');
    },
    [onTool],
  );
  const keep = useCallback<ToolProps['keep']>(
    (next, step = 'replace') => onTool(writeTool(id, next), step),
    [onTool, id],
  );
  useEffect(() => {
    // From the map too, where the reader draws: what a tool itself does with Escape comes first and stops it.
    const onKey = (event: KeyboardEvent): void => {
      const isHere = event.target instanceof Element && event.target.closest('.tool, .map') !== null;
      if (event.key === 'Escape' && isHere && !event.defaultPrevented) onTool(null, 'replace');
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onTool]);
  return (
    <section className="tool" ref={frame} aria-labelledby="alat-judul">
      <div className="tool-head">
        <h1 id="alat-judul" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <button type="button" className="tool-close" aria-label={t.close} onClick={() => close()}>
          <Icon name="close" />
        </button>
      </div>
      <div className="tool-body">
        {opened !== undefined && (
          // Each tool by itself: one that is broken does not take the next with it.
          <LatePart key={id} later={opened.part} waiting={<Waiting port={props.port} />} message={t.failed}>
            {(Tool) => <Tool {...props} {...{ state, keep, close }} />}
          </LatePart>
        )}
      </div>
    </section>
  );
}

/** While the code of a tool comes, a tap that was meant for it chooses no place behind it. */
function Waiting({ port }: Pick<ToolProps, 'port'>) {
  const t = useTexts(texts);
  useEffect(() => port.takeTaps(() => undefined), [port]);
  return <p className="quiet">{t.loading}</p>;
}
