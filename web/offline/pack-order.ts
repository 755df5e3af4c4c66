import { dayOfPack } from '#domain/pack/answer-from-pack';
import type { SavedPack } from './pack-store.ts';
import { isOvertaken, type Register, type VersionName } from './register.ts';

/** A pack, and whether something else has come into force since. */
export interface JudgedPack {
  readonly saved: SavedPack;
  readonly isOld: boolean;
}

/**
 * Packs that know a day, those that hold first and otherwise in the order given; what has been overtaken by the day on
 * which it was in force last.
 *
 * @param on null = today; of another day than its own a pack knows nothing
 */
export function packsFor(
  packs: readonly SavedPack[],
  on: string | null,
  today: string,
  register: Register | null,
): JudgedPack[] {
  const judged = packs
    .filter(({ manifest }) => on === null || dayOfPack(manifest, on) === on)
    .map((saved) => ({ saved, isOld: isOutdated(saved, on, today, register) }));
  const old = judged.filter(({ isOld }) => isOld);
  old.sort((a, b) => b.saved.confirmedAt.localeCompare(a.saved.confirmedAt));
  return [...judged.filter(({ isOld }) => !isOld), ...old];
}

/** The server has another state than the pack's, or the pack's days are over. */
function isOutdated(
  { manifest, isOutdated: isReplaced }: SavedPack,
  on: string | null,
  today: string,
  register: Register | null,
): boolean {
  if (isOvertaken(versionsOf({ manifest }), on, today, register)) return true;
  return on === null && (isReplaced || dayOfPack(manifest, today) < today);
}

/** Every version that was in force when a pack was made, also of what it does not carry. */
export const versionsOf = ({ manifest }: Pick<SavedPack, 'manifest'>): VersionName[] =>
  manifest.versions.map((version) => ({ layerId: version.layer_id, versionId: version.version_id }));
