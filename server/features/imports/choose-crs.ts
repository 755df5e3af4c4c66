import { type ImportProblem, importProblem } from '#domain/publication/import-problem';
import { fail, ok, type Result } from '#domain/result';
import type { SourceLayer } from './gdal/parse-ogrinfo.ts';

export interface CrsChoice {
  /** 'EPSG:32750', or the name when the definition carries no code. */
  readonly code: string;
  readonly name: string;
  readonly from: 'file' | 'option';
  /** What the reader must be told; null when the file says it itself. */
  readonly forReader: string | null;
}

/** Formats whose CRS is a rule of the format, not a statement of the file. */
const crsByDefault = ['GeoJSON', 'GeoJSONSeq'];

/**
 * Where the coordinates are. The file's own word counts; `--crs` is for files that have none (CSV, DXF, a shapefile
 * without .prj) and for GeoJSON, which cannot say it. Nothing is guessed: no word and no option is the refusal `noCrs`.
 */
export function chooseCrs(layer: SourceLayer, option: string | null): Result<CrsChoice, ImportProblem> {
  if (option !== null && !/^EPSG:\d{4,6}$/.test(option))
    return fail(importProblem('crsUnknown', { crs: option }));
  const own = layer.crs;
  if (own === null) {
    if (option === null) return fail(importProblem('noCrs', { layer: layer.name, format: layer.driver }));
    return ok({ code: option, name: option, from: 'option', forReader: option });
  }
  const fromFile: CrsChoice = { code: own.code ?? own.name, name: own.name, from: 'file', forReader: null };
  if (option === null || option === own.code) return ok(fromFile);
  if (crsByDefault.includes(layer.driver))
    return ok({ code: option, name: option, from: 'option', forReader: option });
  return fail(importProblem('crsConflict', { crs: option, own: fromFile.code }));
}
