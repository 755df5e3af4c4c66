import { useTexts } from '../../locale/feature-texts.ts';
import { frameTexts } from './texts.ts';
import type { SharedEntry } from './use-shared-entry.ts';

/** Somebody else saved first: nothing written is lost, and whoever wrote it says which of the two holds. */
export function ConflictNotice({ shared }: { shared: SharedEntry<object> }) {
  const t = useTexts(frameTexts);
  if (!shared.isBehind) return null;
  return (
    <div className="conflict" role="alert">
      <p className="conflict-title">{t.conflict}</p>
      <p>{t.conflictHelp}</p>
      <div className="form-actions">
        <button type="button" className="button-primary" onClick={shared.keepMine}>
          {t.keepMine}
        </button>
        <button type="button" className="button" onClick={shared.takeTheirs}>
          {t.takeTheirs}
        </button>
      </div>
    </div>
  );
}
