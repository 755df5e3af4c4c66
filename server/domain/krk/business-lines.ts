import type { PlannedUse } from './application.ts';
import { readNumber } from './read-number.ts';

/** Lines of the form for kinds of business, each with the floors and the floor area that it takes. */
export const BUSINESS_LINES = [1, 2, 3, 4, 5, 6] as const;

interface ReadBusinesses extends Pick<PlannedUse, 'kbli' | 'shares'> {
  /** Fields that are not right. */
  readonly faults: readonly string[];
}

/**
 * Reads the lines of the form for kinds of business; a line in which nothing stands is none.
 * @param text what stands in a field, without space around it
 */
export function readBusinesses(text: (name: string) => string): ReadBusinesses {
  const faults: string[] = [];
  const shares: PlannedUse['shares'] = [];
  const codes = new Set<string>();
  for (const line of BUSINESS_LINES) {
    const kbli = text(`plannedUse.kbli${line}`).replace(/[\s.]/g, '');
    const floors = readNumber(text(`plannedUse.floors${line}`));
    const floorAreaM2 = readNumber(text(`plannedUse.floorAreaM2${line}`));
    if (kbli === '' && floors === null && floorAreaM2 === null) continue;
    if (!/^\d{5}$/.test(kbli)) faults.push(`plannedUse.kbli${line}`);
    if (floors !== null && !(Number.isInteger(floors) && floors >= 0 && floors <= 200))
      faults.push(`plannedUse.floors${line}`);
    if (floorAreaM2 !== null && !(floorAreaM2 > 0 && floorAreaM2 <= 100_000_000))
      faults.push(`plannedUse.floorAreaM2${line}`);
    codes.add(kbli);
    if (floors !== null || floorAreaM2 !== null) shares.push({ kbli, floors, floorAreaM2 });
  }
  return faults.length > 0 ? { kbli: [], shares: [], faults } : { kbli: [...codes], shares, faults };
}
