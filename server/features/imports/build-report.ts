import type { CityProfile } from '#domain/city/profile';
import type { FieldPlan } from '#domain/publication/field-plan';
import { type ImportReport, LIST_CAP } from '#domain/publication/import-report';
import type { CrsChoice } from './choose-crs.ts';
import type { Coverage } from './coverage/choose-coverage.ts';
import type { SourceLayer } from './gdal/parse-ogrinfo.ts';
import type { ImportRequest } from './import-request.ts';
import type { RuleSetChoice } from './queries.ts';
import type { StagedSource } from './stage-source.ts';
import type { RowFindings } from './staging/check-rows.ts';
import type { Tally } from './staging/tally.ts';

export interface ReportInput {
  readonly request: ImportRequest;
  readonly source: StagedSource;
  readonly layer: SourceLayer;
  readonly crs: CrsChoice;
  readonly plan: FieldPlan;
  readonly tally: Tally;
  readonly findings: RowFindings;
  readonly city: CityProfile;
  readonly ruleSet: RuleSetChoice | null;
  readonly coverage: Coverage;
}

/** Puts together what was asked, what was read and what was found. Pure. */
export function buildReport(input: ReportInput): ImportReport {
  const { request, source, layer, crs, plan, tally, findings } = input;
  return {
    schema: 'import-report/1',
    source: {
      name: source.name,
      sha256: source.sha256,
      byteCount: source.byteCount,
      format: layer.driver,
      layer: layer.name,
      crs: crs.code,
      crsName: crs.name,
      crsFrom: crs.from,
    },
    options: {
      layerId: request.layer.layerId,
      kind: request.layer.kind,
      theme: request.layer.theme,
      isRepairing: request.isRepairing,
      isDemo: request.layer.isDemo,
    },
    ruleSet: input.ruleSet,
    coverage: input.coverage.stated,
    fields: plan.fields
      .filter((field) => field.sources.length > 0 || field.constant !== undefined)
      .map((field) => ({
        target: field.target,
        sources: field.sources.length > 0 ? [...field.sources] : [`= ${field.constant}`],
      })),
    specialFields: [...plan.special.keys()].filter((field) => tally.spokenFields.has(field)),
    unusedSources: [...plan.unusedSources],
    ...findings,
    texts: {
      count: tally.textDefectCount,
      listCap: LIST_CAP,
      list: tally.textDefects,
      truncationSuspected: [...tally.cutTexts].map(([field, featureCount]) => ({ field, featureCount })),
    },
    notices: noticesOf(input),
  };
}

function noticesOf({
  request,
  source,
  layer,
  crs,
  plan,
  tally,
  findings,
  city,
}: ReportInput): ImportReport['notices'] {
  const notices: ImportReport['notices'] = [];
  const add = (
    code: ImportReport['notices'][number]['code'],
    count: number,
    detail: string | null = null,
  ): void => {
    notices.push({ code, count, detail });
  };
  if (tally.withZ > 0) add('zDropped', tally.withZ, layer.geometryType);
  if (source.hasFourthOrdinate || /measured/i.test(layer.geometryType)) {
    add('mDropped', tally.featureCount, layer.geometryType);
  }
  if (/curve|surface/i.test(layer.geometryType))
    add('curvesLinearised', tally.featureCount, layer.geometryType);
  if (tally.linesClosedToPolygons > 0) add('linesClosedToPolygons', tally.linesClosedToPolygons);
  if (crs.from === 'option') add('crsFromOption', 1, crs.code);
  if (!city.crs.expected.some((code) => crs.code === `EPSG:${code}`)) add('crsNotExpected', 1, crs.code);
  if (tally.cutTexts.size > 0)
    add('truncationSuspected', tally.cutTexts.size, [...tally.cutTexts.keys()].join(', '));
  if (findings.areas && findings.areas.rowsThatDiffer > 0)
    add('statedAreaDiffers', findings.areas.rowsThatDiffer);
  const silent = [...plan.special.keys()].filter((field) => !tally.spokenFields.has(field));
  if (silent.length > 0) add('specialFieldsSilent', silent.length, silent.join(', '));
  if (tally.leftOutWidthCount > 0)
    add(
      'roadWidthsLeftOut',
      tally.leftOutWidthCount,
      tally.leftOutWidths.map(({ featureNo, width }) => `${featureNo}: ${width}`).join(', '),
    );
  if (request.layer.isDemo) add('demo', 1);
  return notices;
}
