import { useTexts } from '../../locale/feature-texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { texts } from './texts.ts';

/** A verdict for which nobody looked at the rest of the parcel: never a plain yes. */
export function PointVerdict({ words, isOfPoint }: { words: string; isOfPoint: boolean }) {
  const t = useTexts(texts);
  return (
    <span className="verdict verdict-B">
      <Icon name="question" />
      {isOfPoint ? t.restUnchecked(words) : t.onlyPoint(words)}
    </span>
  );
}
