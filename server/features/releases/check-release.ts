import { findingsOfCoverage } from '#domain/release/findings-of-coverage';
import { findingsOfGaps, findingsOfSilences } from '#domain/release/findings-of-gaps';
import { findingsOfLoss } from '#domain/release/findings-of-loss';
import { findingsOfRecord } from '#domain/release/findings-of-record';
import type { GroundLoss } from '#domain/release/ground-loss';
import { countOf, type LayerFindings } from '#domain/release/layer-findings';
import { CORE_FIELDS } from '#domain/release/layer-record';
import { isPlan } from '#domain/zoning/is-plan';
import { calendarDay } from '../../platform/clock.ts';
import { measureLoss } from '../compare/index.ts';
import type { JobContext, JobHandler } from '../jobs/index.ts';
import { prepareArchive, prepareSearch } from '../publish/index.ts';
import { readLayers } from '../registry/index.ts';
import { auditMove } from './audit-move.ts';
import { draftItem } from './draft-item.ts';
import { saveItem } from './findings/queries.ts';
import { findGaps } from './gaps/find-gaps.ts';
import { findSilences } from './gaps/find-silences.ts';
import { addHands, draftersOf } from './hands/queries.ts';
import { refuseOldCheck } from './losses.ts';
import {
  findCoverageChange,
  findRelease,
  type ItemRow,
  itemsOf,
  lockRelease,
  rememberBase,
  setChecked,
  setSubmitted,
} from './queries.ts';
import type { ReleaseDeps } from './release-deps.ts';
import { mayChange } from './weigh-release.ts';

interface CheckedItem {
  readonly layerId: string;
  readonly versionId: string | null;
  readonly findings: LayerFindings;
  /** What was in force when the check compared; null: nothing was. */
  readonly comparedWith: string | null;
  readonly loss: GroundLoss | null;
}

/**
 * Reads the files of a release into drafts and writes down what was found. Drafts are named by their content, so a check
 * that was interrupted and begins again finds what the first attempt finished and makes the rest.
 */
export const checkRelease = (deps: ReleaseDeps): JobHandler => ({
  async work(context) {
    const { job } = context;
    const release = await findRelease(deps.sql, job.releaseId);
    if (release?.state !== 'draf') return await context.end(deps.sql);
    const today = calendarDay(deps.clock.now(), deps.city.timeZone);
    const items = await itemsOf(deps.sql, [job.releaseId], today);
    const checked: CheckedItem[] = [];
    // Rules first: zones are compared with the newest ones.
    for (const item of items.toSorted((a, b) => Number(b.kind === 'rules') - Number(a.kind === 'rules'))) {
      const outcome = await draftItem(deps, context, item, (progress) =>
        tellProgress(context, progress, checked.length, items.length),
      );
      if (outcome.kind === 'failed') return await context.end(deps.sql, outcome.failure);
      checked.push({
        layerId: item.layerId,
        versionId: outcome.versionId,
        findings: outcome.findings,
        comparedWith: item.inForce,
        loss: null,
      });
    }
    context.report({ step: 'findings', share: 0.95, rowsRead: null, rowsExpected: null });
    const found = await withRecords(
      deps,
      await withLosses(deps, items, await withGaps(deps, checked, today), today),
      today,
    );
    const isClean = found.every(({ findings }) => countOf(findings, 'blocks') === 0);
    // Before anybody can decide: who approves at once has them, too.
    if (isClean) await prepareAhead(deps, context, found);
    await deps.sql.begin(async (tx) => {
      // The release before its items, as everybody else holds them: the other way round two would wait for each other.
      const held = await lockRelease(tx, job.releaseId);
      if (held?.state !== 'draf') return await context.end(tx);
      for (const item of found) await saveItem(tx, job.releaseId, item);
      await setChecked(tx, job.releaseId);
      const drafted = items.flatMap((item) =>
        item.uploadId === null && item.versionId !== null ? [item.versionId] : [],
      );
      await addHands(tx, job.releaseId, await draftersOf(tx, drafted));
      // Nobody submits in the name of somebody else: one hand made it, and the same hand asked for this check.
      const isOfOneHand =
        held.hands.every((hand) => hand === held.createdBy) && job.actor === `account:${held.createdBy}`;
      const changes = items.some((item) => mayChange(held.kind, item));
      // Something else was published while it was checked: what it takes away of that, nobody has measured.
      const isOld = refuseOldCheck(await itemsOf(tx, [job.releaseId], today)) !== null;
      if (held.kind !== 'change' && isClean && isOfOneHand && changes && !isOld) {
        await rememberBase(tx, job.releaseId);
        await setSubmitted(tx, job.releaseId, held.createdBy, deps.clock.now());
      }
      await auditMove(tx, deps, job.actor, job.releaseId, release.state);
      await context.end(tx);
    });
  },
  async giveUp(context, failure) {
    await context.end(deps.sql, failure);
  },
});

/** Between the click of who approves and the new map only the pointer is left to be changed; without it, that takes longer. */
async function prepareAhead(
  deps: ReleaseDeps,
  { signal, report }: Pick<JobContext, 'signal' | 'report'>,
  checked: readonly CheckedItem[],
): Promise<void> {
  report({ step: 'tiles', share: 0.97, rowsRead: null, rowsExpected: null });
  for (const { versionId, comparedWith } of checked) {
    if (versionId === null || versionId === comparedWith || signal.aborted) continue;
    try {
      const reason = await prepareArchive(deps, versionId, comparedWith);
      if (reason !== null) deps.log.warn({ versionId, reason }, 'the tiles of a draft were not made ahead');
      await prepareSearch(deps, versionId);
    } catch (err) {
      deps.log.warn({ err, versionId }, 'tiles and names of a draft were not made ahead');
    }
  }
}

const SHARE_AT = { reading: 0, checking: 0.5, storing: 0.8 } as const;

function tellProgress(
  context: JobContext,
  {
    step,
    rowsRead,
    rowsExpected,
  }: {
    readonly step: keyof typeof SHARE_AT;
    readonly rowsRead: number;
    readonly rowsExpected: number | null;
  },
  done: number,
  all: number,
): void {
  const read = step === 'reading' && rowsExpected ? 0.5 * Math.min(1, rowsRead / rowsExpected) : 0;
  const share = ((done + SHARE_AT[step] + read) / all) * 0.95;
  context.report({ step, share, rowsRead, rowsExpected });
}

async function withGaps(
  deps: ReleaseDeps,
  checked: readonly CheckedItem[],
  day: string,
): Promise<readonly CheckedItem[]> {
  const drafts = checked.flatMap(({ layerId, versionId }) =>
    versionId === null ? [] : [{ layerId, versionId }],
  );
  const gaps = await findGaps(deps.sql, drafts, day);
  const silences = await findSilences(deps.sql, drafts, day);
  const layerIds = new Set(checked.map((item) => item.layerId));
  return checked.map((item, index) => {
    // What is of a layer outside the release, such as zones in force without the new rules, is told with the first.
    const isToldHere = ({ layerId }: { readonly layerId: string }): boolean =>
      layerId === item.layerId || (index === 0 && !layerIds.has(layerId));
    return {
      ...item,
      findings: [
        ...item.findings,
        ...findingsOfGaps(gaps.filter(isToldHere)),
        ...findingsOfSilences(silences.filter(isToldHere)),
      ],
    };
  });
}

/** What nobody has said of a layer that is to be published. */
async function withRecords(
  { sql }: ReleaseDeps,
  checked: readonly CheckedItem[],
  day: string,
): Promise<readonly CheckedItem[]> {
  const records = await Promise.all(
    checked.map(async ({ layerId }) => (await readLayers(sql, day, layerId))[0]),
  );
  return checked.map((one, index) => {
    const record = records[index];
    const missing = record === undefined ? [] : CORE_FIELDS.filter((field) => record[field] === null);
    return { ...one, findings: [...one.findings, ...findingsOfRecord(missing)] };
  });
}

/** Compares each draft with what is in force today: what it takes away is a finding, the comparison waits for the screen. */
async function withLosses(
  { sql }: ReleaseDeps,
  items: readonly ItemRow[],
  checked: readonly CheckedItem[],
  day: string,
): Promise<readonly CheckedItem[]> {
  const found: CheckedItem[] = [];
  for (const one of checked) {
    const item = items.find(({ layerId }) => layerId === one.layerId);
    const [before, after] = [one.comparedWith, one.versionId];
    if (item === undefined || item.kind === 'rules' || after === null || before === after) {
      found.push(one);
      continue;
    }
    const measured = await measureLoss(sql, before, { versionId: after, isPlan: isPlan(item.kind) }, day);
    const lost = measured === null ? [] : findingsOfLoss(measured.loss, measured.pieces, measured.pieceCount);
    const coverage = before === null ? undefined : await findCoverageChange(sql, before, after);
    const moved = coverage === undefined ? [] : findingsOfCoverage(coverage);
    const loss = lost.length === 0 ? null : (measured?.loss ?? null);
    found.push({ ...one, loss, findings: [...lost, ...moved, ...one.findings] });
  }
  return found;
}
