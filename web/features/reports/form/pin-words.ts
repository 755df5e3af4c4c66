import type { Language } from '#domain/language';
import { formatNumber } from '../../../lib/format.ts';
import type { useTexts } from '../../../locale/feature-texts.ts';
import type { DraftPin } from './draft.ts';
import type { placeTexts } from './place-texts.ts';
import { ROUGH_M } from './use-device-place.ts';

/** How wide a plot in a kampung is decides what a number of metres is worth. */
export const precisionOf = (accuracyM: number) =>
  accuracyM <= 10
    ? 'precision.house'
    : accuracyM <= 25
      ? 'precision.houses'
      : accuracyM <= ROUGH_M
        ? 'precision.block'
        : 'precision.far';

/** Who put a pin there and, of a device, how far off it may be. */
export function fromWords(
  { from, accuracyM }: DraftPin,
  t: ReturnType<typeof useTexts<(typeof placeTexts)['id']>>,
  language: Language,
): string {
  if (from === 'map') return t.fromMap;
  if (from === 'typed') return t.fromTyped;
  const metres = Math.ceil(accuracyM ?? 0);
  return `${t.fromDevice(formatNumber(metres, language, 0))} ${t[precisionOf(metres)]}`;
}
