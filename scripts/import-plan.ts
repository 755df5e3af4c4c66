import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { exitCodeOf, type ImportProblem, importProblem } from '#domain/publication/import-problem';
import { type ImportKind, importKindSchema } from '#domain/publication/layer-kind';
import { emptyMapping, type MappingFile, readMappingFile } from '#domain/publication/mapping-file';
import { problemText } from '#domain/publication/problem-texts';
import { reportText } from '#domain/publication/report-text';
import { fail, ok, type Result } from '#domain/result';
import {
  type CoverageRequest,
  defaultLimits,
  importPlan,
  sweepStagedSources,
} from '../server/features/imports/index.ts';
import type { Deps } from '../server/platform/deps.ts';

export const PLAN_USAGE = `npm run import -- FILE --layer ID [options]

  FILE                 zipped SHP or GDB, GeoPackage, GeoJSON (also .gz, by line), KML/KMZ, FlatGeobuf, GML, CSV with WKT, DXF
  --layer ID           layer to make a draft version of; made when it is new
  --kind KIND          zones (default), rtrw, overlay, road, parcel, admin, utility, place
  --theme THEME        overlays only: banjir, longsor, kkop …
  --crs EPSG:n         where the file names no coordinate system (CSV, DXF, SHP without .prj)
  --source-layer NAME  which layer of the file, when it has several
  --mapping FILE.json  other column names: {"fields":{"code":"zone_class"},"constants":{},"codes":{}}
  --repair             mend invalid geometry; every repair is listed
  --strict             refuse features outside the city instead of listing them
  --label TEXT         name of this version (default: the file's name)
  --title TEXT         title of a new layer
  --producer TEXT      who made the plan
  --plan-scale N       5000 for 1:5.000
  --rules-layer ID     rule set that explains the codes, with --regulation ID
  --regulation ID      regulation within that rule set
  --coverage FILE      polygons (any format above) of which the layer speaks; elsewhere its answer is "no data";
                       with --coverage-layer NAME and --coverage-crs EPSG:n where that file needs them
  --coverage-kelurahan "A,B"  the same by names, aliases or codes of kelurahan in force
  --covers-whole-city  it speaks of the whole city; one of these three is required for overlay, road and utility
  --demo               demonstration data: everything made from it says so
  --json               print the report as JSON
`;

const DAY_MS = 86_400_000;

/**
 * `import FILE`: makes a draft version of a layer from a plan file and prints what was found.
 * @returns the exit code: 0 done or already there, 64 wrong usage, else that of the problem (sysexits.h)
 */
export async function runImportPlan(deps: Deps, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      layer: { type: 'string' },
      kind: { type: 'string', default: 'zones' },
      theme: { type: 'string' },
      crs: { type: 'string' },
      'source-layer': { type: 'string' },
      mapping: { type: 'string' },
      repair: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      label: { type: 'string' },
      title: { type: 'string' },
      producer: { type: 'string' },
      'plan-scale': { type: 'string' },
      'rules-layer': { type: 'string' },
      regulation: { type: 'string' },
      coverage: { type: 'string' },
      'coverage-layer': { type: 'string' },
      'coverage-crs': { type: 'string' },
      'coverage-kelurahan': { type: 'string' },
      'covers-whole-city': { type: 'boolean', default: false },
      demo: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [path] = positionals;
  const kind = importKindSchema.safeParse(values.kind);
  const isOverlay = values.kind === 'overlay';
  const planScale = values['plan-scale'] === undefined ? null : Number(values['plan-scale']);
  const coverage = coverageOf(values);
  if (
    coverage === null ||
    path === undefined ||
    positionals.length > 1 ||
    values.layer === undefined ||
    !kind.success ||
    isOverlay !== (values.theme !== undefined) ||
    (planScale !== null && !(Number.isInteger(planScale) && planScale > 0))
  ) {
    console.error(PLAN_USAGE);
    return 64;
  }
  const mapping = await readMapping(values.mapping, kind.data);
  if (!mapping.ok) return refuse(mapping.problem);
  await sweepStagedSources(new Date(deps.clock.now().getTime() - DAY_MS));
  const outcome = await importPlan(
    { sql: deps.sql, clock: deps.clock, city: deps.city, limits: defaultLimits },
    {
      path,
      layer: {
        layerId: values.layer,
        kind: kind.data,
        theme: values.theme ?? null,
        title: values.title ?? values.layer,
        producer: values.producer ?? null,
        rulesLayerId: values['rules-layer'] ?? null,
        regulationId: values.regulation ?? null,
        planScale,
        isDemo: values.demo,
      },
      label: values.label ?? null,
      crs: values.crs?.toUpperCase() ?? null,
      sourceLayer: values['source-layer'] ?? null,
      mapping: mapping.value,
      coverage,
      isRepairing: values.repair,
      isStrict: values.strict,
    },
  );
  if (!outcome.ok) return refuse(outcome.problem);
  const { status, versionId, report, leftAsTheyWere } = outcome.value;
  console.log(values.json ? JSON.stringify(report, null, 2) : reportText(report));
  console.error(
    status === 'imported'
      ? `Versi konsep ${versionId} dari layer ${values.layer} tersimpan. / Draft version stored.`
      : `Isi ini sudah diimpor sebagai versi ${versionId} dari layer ${values.layer}. / Already imported.`,
  );
  if (leftAsTheyWere.length > 0) {
    const options = leftAsTheyWere.join(', ');
    console.error(`Tidak diubah: ${options} berbeda dari yang tersimpan. / Not changed: ${options}.`);
  }
  return 0;
}

/** @returns where the layer speaks, or null when it is said in more than one way */
function coverageOf(values: {
  readonly coverage?: string | undefined;
  readonly 'coverage-layer'?: string | undefined;
  readonly 'coverage-crs'?: string | undefined;
  readonly 'coverage-kelurahan'?: string | undefined;
  readonly 'covers-whole-city': boolean;
}): CoverageRequest | null {
  const { coverage: path, 'coverage-kelurahan': kelurahan, 'covers-whole-city': isWhole } = values;
  const sourceLayer = values['coverage-layer'] ?? null;
  const crs = values['coverage-crs']?.toUpperCase() ?? null;
  const names = kelurahan?.split(',').map((name) => name.trim());
  const ways = [path !== undefined, names !== undefined, isWhole].filter(Boolean).length;
  if (ways > 1 || names?.includes('') || (path === undefined && (sourceLayer ?? crs) !== null)) return null;
  if (path !== undefined) return { from: 'file', path, crs, sourceLayer };
  if (names !== undefined) return { from: 'kelurahan', names };
  return { from: isWhole ? 'wholeCity' : 'notStated' };
}

async function readMapping(
  path: string | undefined,
  kind: ImportKind,
): Promise<Result<MappingFile, ImportProblem>> {
  if (path === undefined) return ok(emptyMapping);
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? fail(importProblem('fileNotFound', { path })) : readMappingFile(text, kind);
}

/** Prints why a file was refused, in both languages. @returns the exit code */
export function refuse(problem: ImportProblem): number {
  const { id, en } = problemText(problem);
  console.error(`[${problem.code}] ${id}\n${en}`);
  return exitCodeOf(problem.code);
}
