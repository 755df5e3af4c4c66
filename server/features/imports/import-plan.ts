import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import type { CityProfile } from '#domain/city/profile';
import { planFields } from '#domain/publication/field-plan';
import { type ImportProblem, ImportRefusal, importProblem } from '#domain/publication/import-problem';
import type { ImportReport } from '#domain/publication/import-report';
import { geometryFamilyOf } from '#domain/publication/layer-kind';
import { fail, ok, type Result } from '#domain/result';
import { type Clock, calendarDay } from '../../platform/clock.ts';
import type { Queryable } from '../../platform/db.ts';
import { audit } from '../log/index.ts';
import { buildReport } from './build-report.ts';
import { checkPlace } from './check-place.ts';
import { chooseCrs } from './choose-crs.ts';
import { chooseLayer, type LayerChoice } from './choose-layer.ts';
import { chooseRuleSet } from './choose-rule-set.ts';
import { type Coverage, chooseCoverage } from './coverage/choose-coverage.ts';
import { readFeatures } from './gdal/read-features.ts';
import type { ImportRequest } from './import-request.ts';
import type { ImportLimits } from './limits.ts';
import { listLayers } from './list-layers.ts';
import { nameFailure } from './name-failure.ts';
import {
  type ExistingVersion,
  findLayer,
  findVersion,
  insertRows,
  insertSetAside,
  insertVersion,
  type LayerInput,
  type LayerRow,
  lockLayer,
  type RuleSetChoice,
  saveLayer,
} from './queries.ts';
import { type StagedSource, stageSource } from './stage-source.ts';
import { checkRows } from './staging/check-rows.ts';
import { createStaging } from './staging/queries.ts';
import { stageRows } from './staging/stage-rows.ts';

export interface ImportDeps {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly city: CityProfile;
  readonly limits: ImportLimits;
  /** Is told how far it is: rows read, and how many the file says it has. Called often; must not wait. */
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportProgress {
  readonly step: 'reading' | 'checking' | 'storing';
  readonly rowsRead: number;
  /** Null where the file does not say it. */
  readonly rowsExpected: number | null;
}

export interface ImportOutcome {
  readonly status: 'imported' | 'alreadyImported';
  readonly versionId: string;
  readonly report: ImportReport;
  /** Options that were given but not taken: the layer or the version was there already and says something else. */
  readonly leftAsTheyWere: readonly string[];
}

/**
 * Reads a plan file into a draft version of a layer: a private copy, a confined reader, one transaction. The version's
 * name is the hash of its content, so the same content in the same layer is the same version.
 */
export async function importPlan(
  deps: ImportDeps,
  request: ImportRequest,
): Promise<Result<ImportOutcome, ImportProblem>> {
  let source: StagedSource | null = null;
  try {
    source = await stageSource(request.path, deps.limits, request.sourceName);
    const staged = source;
    const choice = await findSourceLayer(staged, request, deps.limits);
    const outcome = await deps.sql.begin((tx) => importStaged(tx, deps, request, staged, choice));
    return ok(outcome);
  } catch (error) {
    const problem = nameFailure(error);
    if (problem) return fail(problem);
    throw error;
  } finally {
    await source?.cleanUp();
  }
}

async function findSourceLayer(
  source: StagedSource,
  request: ImportRequest,
  limits: ImportLimits,
): Promise<LayerChoice> {
  const choices = await listLayers(source, limits);
  const choice = need(chooseLayer(choices, request.sourceLayer, `${source.folder}/source`));
  if (choice.layer.featureCount === 0) throw new ImportRefusal(importProblem('noFeatures'));
  if (choice.layer.geometryType === 'None') {
    const wanted = geometryFamilyOf(request.layer.kind);
    throw new ImportRefusal(importProblem('geometryTypeMismatch', { wanted, found: 'none' }));
  }
  return choice;
}

async function importStaged(
  tx: Queryable,
  deps: ImportDeps,
  request: ImportRequest,
  source: StagedSource,
  { dataset, layer }: LayerChoice,
): Promise<ImportOutcome> {
  const { kind, theme, layerId } = request.layer;
  const known = await checkLayer(tx, request.layer);
  const ruleSet = await chooseRuleSet(tx, request.layer);
  const day = calendarDay(deps.clock.now(), deps.city.timeZone);
  const coverage = await chooseCoverage(tx, request.coverage, kind, day, deps.limits);
  const crs = need(chooseCrs(layer, request.crs));
  const plan = need(planFields(kind, theme, layer.fields, request.mapping));
  await createStaging(tx);
  const features = readFeatures(
    { dataset, layer: layer.name, folder: source.folder, sourceCrs: crs.forReader },
    deps.limits,
  );
  const isDrawing = layer.driver === 'DXF';
  const progress = watchProgress(deps, layer.featureCount < 0 ? null : layer.featureCount);
  const { rowDigests, tally } = await stageRows(tx, progress.counted(features), {
    kind,
    plan,
    mapping: request.mapping,
    isDrawing,
  });
  const placeProblem = checkPlace(tally, kind, deps.city);
  if (placeProblem) throw new ImportRefusal(placeProblem);

  progress.at('checking');
  const versionId = nameVersion(request, ruleSet, coverage, rowDigests);
  await lockLayer(tx, layerId);
  const existing = await findVersion(tx, versionId);
  const leftAsTheyWere = otherThanStored(request, known, existing);
  if (existing) return { status: 'alreadyImported', versionId, report: existing.report, leftAsTheyWere };
  await saveLayer(tx, request.layer);
  const findings = await checkRows(tx, {
    kind,
    theme,
    ruleSet,
    isRepairing: request.isRepairing,
    city: deps.city,
    day,
  });
  if (request.isStrict && findings.outsideCity.count > 0) {
    throw new ImportRefusal(
      importProblem('outsideCity', { count: findings.outsideCity.count, city: deps.city.name }),
    );
  }
  progress.at('storing');
  const report = buildReport({
    request,
    source,
    layer,
    crs,
    plan,
    tally,
    findings,
    city: deps.city,
    ruleSet,
    coverage,
  });
  await insertVersion(tx, {
    versionId,
    layerId,
    label: request.label ?? source.name,
    report,
    ruleSet,
    coverage: coverage.ewkb,
  });
  await insertSetAside(tx, versionId);
  await insertRows(tx, versionId, kind, theme, request.layer.isDemo);
  await auditDraft(tx, deps, request, versionId, report);
  return { status: 'imported', versionId, report, leftAsTheyWere };
}

function watchProgress({ onProgress }: ImportDeps, rowsExpected: number | null) {
  let rowsRead = 0;
  const at = (step: ImportProgress['step']): void => onProgress?.({ step, rowsRead, rowsExpected });
  async function* counted<T>(features: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const feature of features) {
      rowsRead += 1;
      if (rowsRead % 100 === 1) at('reading');
      yield feature;
    }
  }
  return { at, counted };
}

async function auditDraft(
  tx: Queryable,
  deps: ImportDeps,
  { layer, actor }: ImportRequest,
  versionId: string,
  { source, counts }: ImportReport,
): Promise<void> {
  const facts = {
    layerId: layer.layerId,
    versionId,
    kind: layer.kind,
    sourceSha256: source.sha256,
    sourceFormat: source.format,
    featureCount: counts.accepted,
    isDemo: layer.isDemo,
  };
  await audit(tx, { kind: 'layer.drafted', actor: actor ?? 'operator', facts }, deps.clock);
}

async function checkLayer(tx: Queryable, layer: LayerInput): Promise<LayerRow | null> {
  const existing = await findLayer(tx, layer.layerId);
  if (existing && (existing.kind !== layer.kind || existing.theme !== layer.theme)) {
    const own = existing.theme === null ? existing.kind : `${existing.kind}/${existing.theme}`;
    throw new ImportRefusal(
      importProblem('layerKindMismatch', { layerId: layer.layerId, own, wanted: layer.kind }),
    );
  }
  return existing;
}

function otherThanStored(
  { layer, label }: ImportRequest,
  known: LayerRow | null,
  existing: ExistingVersion | null,
): string[] {
  const differs = (given: string | number | null, stored: string | number | null | undefined): boolean =>
    given !== null && stored !== undefined && given !== stored;
  // A title that nobody gave is the layer's id.
  const title = layer.title === layer.layerId ? null : layer.title;
  return [
    ...(differs(title, known?.title) ? ['--title'] : []),
    ...(differs(layer.producer, known?.producer) ? ['--producer'] : []),
    ...(differs(layer.planScale, known?.planScale) ? ['--plan-scale'] : []),
    ...(differs(label, existing?.label) ? ['--label'] : []),
  ];
}

/**
 * First 16 hex digits of SHA-256 over the layer, how it was read, the rule set, the coverage and the rows' digests in
 * sorted order.
 */
function nameVersion(
  { layer, isRepairing }: ImportRequest,
  ruleSet: RuleSetChoice | null,
  coverage: Coverage,
  rowDigests: readonly string[],
): string {
  const hash = createHash('sha256');
  const reading = [layer.layerId, layer.kind, layer.theme, isRepairing, layer.isDemo];
  const meaning = [ruleSet?.rulesLayerId ?? null, ruleSet?.regulationId ?? null, coverage.ewkb];
  hash.update(JSON.stringify([...reading, ...meaning, coverage.stated.from]));
  for (const digest of rowDigests) hash.update(digest);
  return hash.digest('hex').slice(0, 16);
}

function need<T>(result: Result<T, ImportProblem>): T {
  if (result.ok) return result.value;
  throw new ImportRefusal(result.problem);
}
