import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { ImportProblemCode } from '#domain/publication/import-problem';
import { importReportSchema } from '#domain/publication/import-report';
import type { ImportKind } from '#domain/publication/layer-kind';
import { emptyMapping, readMappingFile } from '#domain/publication/mapping-file';
import { problemText } from '#domain/publication/problem-texts';
import { findingsOfGoneFile, findingsOfRefusal, findingsOfRules } from '#domain/release/findings-of-gaps';
import { findingsOfReport } from '#domain/release/findings-of-report';
import type { LayerFindings } from '#domain/release/layer-findings';
import { type Reading, readingSchema } from '#domain/release/release';
import type { RulesProblem } from '#domain/rules/problem';
import { defaultLimits, extractTables, type ImportProgress, importPlan } from '../imports/index.ts';
import type { JobContext, JobFailure } from '../jobs/index.ts';
import { importRules, readRulesDirectory, readRulesWorkbook } from '../rules/index.ts';
import { filesDirectory, storedPath } from '../uploads/index.ts';
import { reportOf } from './findings/queries.ts';
import type { ItemRow } from './queries.ts';
import type { ReleaseDeps } from './release-deps.ts';

/** What became of one item: a draft and its findings, or a machine that could not do it now. */
export type DraftOutcome =
  | { readonly kind: 'drafted'; readonly versionId: string | null; readonly findings: LayerFindings }
  | { readonly kind: 'failed'; readonly failure: JobFailure };

/** Refusals that say something about this machine, not about the file: the job fails and can be asked for again. */
const OF_MACHINE: ReadonlySet<ImportProblemCode> = new Set(['gdalMissing', 'diskFull']);

/** Reads the file of an item into a draft version, by the same code as the command; or takes the version that it names. */
export async function draftItem(
  deps: ReleaseDeps,
  { job, signal }: Pick<JobContext, 'job' | 'signal'>,
  item: ItemRow,
  onProgress: (progress: ImportProgress) => void,
): Promise<DraftOutcome> {
  if (item.uploadId === null || item.sha256 === null) {
    return {
      kind: 'drafted',
      versionId: item.versionId,
      findings: findingsOfStored(item, await storedReport(deps, item)),
    };
  }
  const reading = readingSchema.parse(item.reading);
  const path = storedPath(filesDirectory(deps.dataDirectory), item.sha256);
  // Lost from the disk: the other items are read, and whoever may prepare the release sees which one to mend.
  if (!(await isStored(path)))
    return { kind: 'drafted', versionId: null, findings: findingsOfGoneFile(item.fileName ?? item.sha256) };
  if (item.kind === 'rules') return await draftRules(deps, job.actor, item, reading, path);
  return await draftPlan(
    deps,
    { actor: job.actor, signal, onProgress },
    { ...item, kind: item.kind },
    reading,
    path,
  );
}

const isStored = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const storedReport = async ({ sql }: ReleaseDeps, { versionId }: ItemRow): Promise<unknown> =>
  versionId === null ? undefined : await reportOf(sql, versionId);

/** Of a version that is there already, its report says what was found; the demo city has none. */
function findingsOfStored({ kind }: ItemRow, report: unknown): LayerFindings {
  if (kind === 'rules') return findingsOfRules(problemsOf(report));
  const read = importReportSchema.safeParse(report);
  return read.success ? findingsOfReport(read.data) : [];
}

const problemsOf = (report: unknown): RulesProblem[] =>
  typeof report === 'object' && report !== null && 'problems' in report && Array.isArray(report.problems)
    ? (report.problems as RulesProblem[])
    : [];

async function draftPlan(
  deps: ReleaseDeps,
  work: {
    readonly actor: JobContext['job']['actor'];
    readonly signal: AbortSignal;
    readonly onProgress: (progress: ImportProgress) => void;
  },
  item: ItemRow & { readonly kind: ImportKind },
  reading: Reading,
  path: string,
): Promise<DraftOutcome> {
  const mapping =
    reading.mapping === undefined ? null : readMappingFile(JSON.stringify(reading.mapping), item.kind);
  if (mapping?.ok === false) return refused(mapping.problem.code, problemText(mapping.problem));
  const outcome = await importPlan(
    {
      sql: deps.sql,
      clock: deps.clock,
      city: deps.city,
      limits: { ...defaultLimits, signal: work.signal },
      onProgress: work.onProgress,
    },
    {
      path,
      sourceName: item.fileName ?? 'berkas',
      layer: {
        layerId: item.layerId,
        kind: item.kind,
        theme: item.theme,
        title: item.layerTitle,
        producer: item.producer,
        rulesLayerId: reading.rulesLayerId ?? null,
        regulationId: reading.regulationId ?? null,
        planScale: item.planScale,
        isDemo: item.isDemo,
      },
      label: reading.label ?? null,
      crs: reading.crs ?? null,
      sourceLayer: reading.sourceLayer ?? null,
      mapping: mapping?.value ?? emptyMapping,
      coverage: reading.coverage ?? { from: 'notStated' },
      isRepairing: reading.isRepairing ?? false,
      isStrict: false,
      actor: work.actor,
    },
  );
  if (outcome.ok) {
    const { versionId, report } = outcome.value;
    return { kind: 'drafted', versionId, findings: findingsOfReport(report) };
  }
  const { code } = outcome.problem;
  // The database restarts: this worker ends, and the next one begins again.
  if (code === 'databaseUnavailable') throw new Error('the database went away while a file was read');
  const text = problemText(outcome.problem);
  return OF_MACHINE.has(code) ? { kind: 'failed', failure: { code, text } } : refused(code, text);
}

const refused = (code: string, text: JobFailure['text']): DraftOutcome => ({
  kind: 'drafted',
  versionId: null,
  findings: findingsOfRefusal(code, text),
});

async function draftRules(
  deps: ReleaseDeps,
  actor: JobContext['job']['actor'],
  item: ItemRow,
  { label, emptyMeans }: Reading,
  path: string,
): Promise<DraftOutcome> {
  const name = item.fileName ?? 'berkas';
  const isZip = extname(name).toLowerCase() === '.zip';
  const folder = await mkdtemp(join(tmpdir(), 'omod-rules-'));
  try {
    if (isZip) {
      const problem = await extractTables(path, folder);
      if (problem !== null) return refused(problem.code, problemText(problem));
    }
    const outcome = await importRules(deps.sql, {
      layerId: item.layerId,
      title: item.layerTitle,
      label: label ?? name,
      sourceName: name,
      source: isZip ? await readRulesDirectory(folder) : await readRulesWorkbook(path),
      emptyMeans: emptyMeans ?? null,
      isDemo: item.isDemo,
      plan: null,
      actor,
    });
    if (outcome.kind === 'layerOfOtherKind') throw new Error(`layer ${item.layerId} is no rules layer`);
    const findings = findingsOfRules(outcome.report.problems);
    return {
      kind: 'drafted',
      versionId: outcome.kind === 'refused' ? null : outcome.versionId,
      findings,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
