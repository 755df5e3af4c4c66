import type { LegendEntry } from '#domain/zoning/legend';

export interface EntryInView extends LegendEntry {
  /** Part of the layer's ground in view, 0–1; absent where it does not matter. */
  readonly share?: number;
}

/** Entries with ground in view: the most ground first, then by name. A code that no list knows keeps its code. */
export function entriesInView(
  entries: readonly LegendEntry[],
  shares: ReadonlyMap<string, number>,
): EntryInView[] {
  return [...shares]
    .map(([code, share]) => {
      const known = entries.find((entry) => entry.code === code);
      return {
        ...(known ?? { code, name: code, group: null, color: null, provisional: false }),
        share,
      };
    })
    .sort((a, b) => b.share - a.share || a.name.localeCompare(b.name, 'id'));
}
