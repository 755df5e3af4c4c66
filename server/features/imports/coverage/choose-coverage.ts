import { basename } from 'node:path';
import { ImportRefusal, importProblem } from '#domain/publication/import-problem';
import type { ImportReport } from '#domain/publication/import-report';
import type { ImportKind } from '#domain/publication/layer-kind';
import type { Queryable } from '../../../platform/db.ts';
import type { CoverageRequest } from '../import-request.ts';
import type { ImportLimits } from '../limits.ts';
import { readPolygonsAt } from '../read-polygon-file.ts';
import { uniteKelurahan, unitePolygons } from './queries.ts';

export interface Coverage {
  /** Hexadecimal EWKB in WGS 84; null: the whole city. */
  readonly ewkb: string | null;
  readonly stated: NonNullable<ImportReport['coverage']>;
}

/** Kinds whose silence would be read as "not concerned": they must say where they speak. */
const MUST_SAY: ReadonlySet<ImportKind> = new Set(['overlay', 'road', 'utility', 'parcel']);

/**
 * The ground of which a version speaks at all.
 * @param day YYYY-MM-DD in the city: names of kelurahan are those in force on it
 * @throws ImportRefusal `coverageMissing`, `coverageUnusable`, `kelurahanUnknown`, and those of reading a file
 */
export async function chooseCoverage(
  tx: Queryable,
  request: CoverageRequest,
  kind: ImportKind,
  day: string,
  limits: ImportLimits,
): Promise<Coverage> {
  switch (request.from) {
    case 'notStated':
      if (MUST_SAY.has(kind)) throw new ImportRefusal(importProblem('coverageMissing', { kind }));
      return { ewkb: null, stated: { from: 'notStated', detail: null, areaM2: null } };
    case 'wholeCity':
      return { ewkb: null, stated: { from: 'wholeCity', detail: null, areaM2: null } };
    case 'file': {
      const name = basename(request.path);
      const polygons = await readPolygonsAt(request.path, request, limits);
      if (!polygons.ok) throw new ImportRefusal(polygons.problem);
      const { ewkb, areaM2, defect } = await unitePolygons(tx, polygons.value);
      if (defect !== null || ewkb === null)
        throw new ImportRefusal(importProblem('coverageUnusable', { name, detail: defect ?? 'no polygon' }));
      return { ewkb, stated: { from: 'file', detail: name, areaM2 } };
    }
    case 'kelurahan': {
      const { ewkb, areaM2, missing, known } = await uniteKelurahan(tx, request.names, day);
      if (missing.length > 0 || ewkb === null) {
        const names = missing.join(', ') || '–';
        throw new ImportRefusal(importProblem('kelurahanUnknown', { names, known: known.join(', ') || '–' }));
      }
      return { ewkb, stated: { from: 'kelurahan', detail: request.names.join(', '), areaM2 } };
    }
  }
}
