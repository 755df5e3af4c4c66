import type { ImportReport } from '#domain/publication/import-report';
import { geometryFamilyOf, type ImportKind, isCoverage, isPartition } from '#domain/publication/layer-kind';
import type { Queryable } from '../../../platform/db.ts';
import { findDuplicates, findGaps, findOverlaps, findSlivers } from './queries.ts';

/** What the accepted polygons do to each other; null where the question has no sense for the kind of layer. */
export async function checkTopology(
  tx: Queryable,
  kind: ImportKind,
): Promise<Pick<ImportReport, 'overlaps' | 'gaps' | 'slivers' | 'duplicates'>> {
  if (geometryFamilyOf(kind) !== 'polygon')
    return { overlaps: null, gaps: null, slivers: null, duplicates: null };
  return {
    duplicates: await findDuplicates(tx),
    overlaps: isPartition(kind) ? await findOverlaps(tx) : null,
    gaps: isCoverage(kind) ? await findGaps(tx) : null,
    slivers: await findSlivers(tx),
  };
}
