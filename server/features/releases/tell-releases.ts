import type { Actor } from '#domain/accounts/actor';
import { type Action, may } from '#domain/accounts/rights';
import type { Release, ReleaseKind } from '#domain/release/release';
import { mayApprove, type ReleaseStep, stepsFrom } from '#domain/release/release-state';
import type { StaffPerson } from '#domain/release/staff-person';
import { calendarDay } from '../../platform/clock.ts';
import { colleagues } from '../accounts/index.ts';
import { describeJob, newestJobs } from '../jobs/index.ts';
import { type ItemRow, itemsOf, type ReleaseRow } from './queries.ts';
import type { ReleaseDeps } from './release-deps.ts';
import { thingOf } from './thing-of.ts';
import { isChange } from './weigh-release.ts';

/** Releases as one person sees them: with what that person can do with each now. */
export async function tellReleases(
  deps: ReleaseDeps,
  actor: Actor,
  rows: readonly ReleaseRow[],
): Promise<Release[]> {
  const ids = rows.map((row) => row.releaseId);
  const today = calendarDay(deps.clock.now(), deps.city.timeZone);
  const [items, jobs, nameOf] = await Promise.all([
    itemsOf(deps.sql, ids, today),
    newestJobs(deps.sql, ids),
    readPeople(
      deps,
      rows.flatMap((row) => [row.createdBy, row.submittedBy, row.decidedBy, ...row.hands]),
    ),
  ]);
  return rows.map((row) => {
    const own = items.filter((item) => item.releaseId === row.releaseId);
    const job = jobs.find(({ releaseId }) => releaseId === row.releaseId);
    const findings = countFindings(own);
    return {
      releaseId: row.releaseId,
      title: row.title,
      note: row.note,
      kind: row.kind,
      state: row.state,
      revision: row.revision,
      items: own.map((item) => tellItem(row.kind, item)),
      findings,
      job: job === undefined ? null : describeJob(job),
      createdBy: nameOf(row.createdBy),
      createdAt: row.createdAt.toISOString(),
      submittedBy: nameOf(row.submittedBy),
      submittedAt: row.submittedAt?.toISOString() ?? null,
      decidedBy: nameOf(row.decidedBy),
      decidedAt: row.decidedAt?.toISOString() ?? null,
      publishedAt: row.publishedAt?.toISOString() ?? null,
      reason: row.reason,
      approval:
        row.decree === null || row.validFrom === null
          ? null
          : {
              decree: row.decree,
              decreeOn: row.decreeOn,
              validFrom: row.validFrom,
              note: row.approvalNote,
              acknowledged: [...row.acknowledged],
              confirmedHectares: row.confirmedHectares,
            },
      hands: row.hands.map(nameOf),
      warnings: [...row.warnings],
      steps: stepsFor(actor, row, own, findings?.blocks ?? null),
    };
  });
}

/** Names behind the ids of accounts; an account that is gone keeps its id. */
export async function readPeople(
  deps: Pick<ReleaseDeps, 'sql'>,
  accountIds: readonly (string | null)[],
): Promise<(accountId: string | null) => StaffPerson> {
  const ids = [...new Set(accountIds.filter((id) => id !== null))];
  const names = new Map(
    (ids.length === 0 ? [] : await colleagues(deps.sql, ids)).map(({ accountId, name }) => [accountId, name]),
  );
  return (accountId) => (accountId === null ? null : { accountId, name: names.get(accountId) ?? null });
}

const tellItem = (kind: ReleaseKind, item: ItemRow): Release['items'][number] => ({
  layerId: item.layerId,
  layerTitle: item.layerTitle,
  kind: item.kind,
  accessClass: item.accessClass,
  uploadId: item.uploadId,
  fileName: item.fileName,
  sha256: item.sha256,
  versionId: item.versionId,
  featureCount: item.featureCount,
  setAsideCount: item.setAsideCount,
  replaces: item.inForce,
  loss: item.loss,
  isUnchanged: item.versionId !== null && !isChange(kind, item),
  isDemo: item.isDemo,
});

/** Null while the findings of one layer are still missing. */
export function countFindings(items: readonly ItemRow[]): { blocks: number; warns: number } | null {
  let [blocks, warns] = [0, 0];
  for (const item of items) {
    if (item.blocks === null || item.warns === null) return null;
    blocks += item.blocks;
    warns += item.warns;
  }
  return { blocks, warns };
}

const ACTION_OF: Readonly<Record<ReleaseStep, Action>> = {
  amend: 'release.prepare',
  submit: 'release.submit',
  approve: 'release.decide',
  reject: 'release.decide',
  withdraw: 'release.submit',
};

function stepsFor(
  actor: Actor,
  release: ReleaseRow,
  items: readonly ItemRow[],
  blocks: number | null,
): ReleaseStep[] {
  return stepsFrom(release.state).filter((step) => {
    if (!may(actor, ACTION_OF[step], thingOf(release, items))) return false;
    if (step === 'submit') return blocks === 0;
    return step !== 'approve' && step !== 'reject' ? true : mayApprove(release, actor.accountId);
  });
}
