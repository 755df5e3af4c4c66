import type { ComponentProps } from 'react';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { PanelHeight } from '../../ui/use-panel.ts';

/** What the sheet is held by: a grip for the finger, buttons for everybody else. */
export function PanelHandle({
  height,
  grip,
  onResize,
  onClose,
}: {
  height: PanelHeight;
  grip: ComponentProps<'span'>;
  onResize: (direction: 1 | -1) => void;
  /** Null: there is nothing to close. */
  onClose: (() => void) | null;
}) {
  const { t } = useReader();
  return (
    <div className="panel-handle only-with-script">
      <span className="panel-grip" {...grip} />
      <div className="panel-buttons">
        <button
          type="button"
          aria-label={t['sheet.bigger']}
          aria-disabled={height === 'full'}
          onClick={() => onResize(1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          aria-label={t['sheet.smaller']}
          aria-disabled={height === 'peek'}
          onClick={() => onResize(-1)}
        >
          <Icon name="down" />
        </button>
        {onClose !== null && (
          <button type="button" aria-label={t['sheet.close']} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </div>
    </div>
  );
}
