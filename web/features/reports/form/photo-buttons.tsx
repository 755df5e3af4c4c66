import { useTexts } from '../../../locale/feature-texts.ts';
import { photoTexts } from './photo-texts.ts';

/** What can be done with one of several photos; each button says with which. */
export function PhotoButtons({
  number,
  isBusy,
  onHide,
  onRemove,
}: {
  number: number;
  isBusy: boolean;
  onHide: () => void;
  onRemove: () => void;
}) {
  const t = useTexts(photoTexts);
  return (
    <div className="report-actions">
      <button type="button" className="button" disabled={isBusy} onClick={onHide}>
        {t.hide(number)}
      </button>
      <button type="button" className="button" disabled={isBusy} onClick={onRemove}>
        {t.remove(number)}
      </button>
    </div>
  );
}
