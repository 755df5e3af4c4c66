import type { ReservedSql } from 'postgres';
import type { Actor } from '#domain/log/event';
import type { Deps } from '../../platform/deps.ts';
import type { PublishProblem, PublishWarning } from './publish-problem.ts';
import { type ArchiveRecord, type Publication, recordPublication } from './queries.ts';

/** What stands in the register with every change of what is in force. */
export interface WithdrawOrder {
  readonly layerId: string;
  /** First day in force, YYYY-MM-DD, inclusive. */
  readonly validFrom: string;
  /** 'Perwali … Nomor … Tahun …' */
  readonly decree: string;
  /** Day of the decree, YYYY-MM-DD. */
  readonly decreeOn?: string | undefined;
  readonly note?: string | undefined;
  /** Who orders it; the operator of the machine when left out. */
  readonly actor?: Actor | undefined;
}

export interface PublishOrder extends WithdrawOrder {
  readonly versionId: string;
}

export interface Published {
  readonly publicationId: string;
  /** Undefined for content that is not drawn. `isReused`: built by an earlier publication of the same version. */
  readonly archive?: ArchiveRecord & {
    readonly isReused: boolean;
    /** Tiles that were made for it; the others are those of the version before, byte for byte. */
    readonly madeCount: number;
  };
  readonly warnings: readonly PublishWarning[];
}

export type PublishDeps = Pick<Deps, 'sql' | 'clock' | 'city' | 'tilesDirectory'>;

/** Writes a change of what is in force; a version of null takes the layer out of force. */
export const recordOrder = (
  connection: ReservedSql,
  { layerId, validFrom, decree, decreeOn, note }: WithdrawOrder,
  versionId: string | null,
): Promise<string> =>
  recordPublication(connection, {
    layerId,
    versionId,
    validFrom,
    decree: decree.trim(),
    decreeOn: decreeOn ?? null,
    note: note ?? null,
  });

/** Days and decree as a person wrote them. */
export function findMalformed({
  validFrom,
  decreeOn,
  decree,
}: Omit<WithdrawOrder, 'layerId'>): PublishProblem | undefined {
  if (!isDay(validFrom)) return { code: 'invalidDate', name: '--from', given: validFrom };
  if (decreeOn !== undefined && !isDay(decreeOn))
    return { code: 'invalidDate', name: '--decree-on', given: decreeOn };
  return decree.trim() === '' ? { code: 'decreeMissing' } : undefined;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** What a change of what is in force meets on later days. `today`: YYYY-MM-DD in the city. */
export function warningsOfDates(
  earlier: readonly Publication[],
  validFrom: string,
  today: string,
): PublishWarning[] {
  const later = earlier.find((p) => p.validFrom > validFrom);
  return [
    ...(later === undefined
      ? []
      : [{ code: 'laterPublication', versionId: later.versionId, validFrom: later.validFrom } as const]),
    ...(validFrom > today ? [{ code: 'fromInFuture', validFrom } as const] : []),
  ];
}
