import type { Problem } from '#domain/problem';
import { problemDetail } from '#domain/problem-text';
import { leftOut } from '#domain/release/consequence';
import { calendarDay } from '../../platform/clock.ts';
import type { JobContext, JobFailure, JobHandler } from '../jobs/index.ts';
import { describePublishProblem, publishProblemText, publishTogether } from '../publish/index.ts';
import { auditMove } from './audit-move.ts';
import { findRelease, itemsOf, setPublished, setWaiting } from './queries.ts';
import type { ReleaseDeps } from './release-deps.ts';
import { consequencesOf, isChange, refusePublishing } from './weigh-release.ts';

/** Thrown inside the transaction of a publication, so that nothing of it stays. */
interface Guarded {
  readonly code: 'guarded';
  readonly problem: Problem;
}

/**
 * Carries an approval out: tiles, then one transaction with the pointers of all layers, the state of the release, the
 * events and the end of the job. Killed at any moment, either all of it holds or nothing does, and the next attempt
 * begins anew. What cannot be published goes back to waiting for a decision, with the reason.
 */
export const publishRelease = (deps: ReleaseDeps): JobHandler => ({
  async work(context) {
    const { job } = context;
    const release = await findRelease(deps.sql, job.releaseId);
    if (release?.state !== 'disetujui' || release.decree === null || release.validFrom === null)
      return await context.end(deps.sql);
    const { decree, validFrom, kind } = release;
    context.report({ step: 'tiles', share: 0.1, rowsRead: null, rowsExpected: null });
    const items = await itemsOf(deps.sql, [job.releaseId], validFrom);
    const changed = items.filter((item) => isChange(kind, item));
    const outcome = await publishTogether<Guarded>(deps, {
      orders: changed.map(({ layerId, versionId }) => ({
        layerId,
        versionId: versionId ?? '',
        validFrom,
        decree,
        decreeOn: release.decreeOn ?? undefined,
        note: release.approvalNote ?? undefined,
        actor: job.actor,
      })),
      guard: async (connection) => {
        const now = await itemsOf(connection, [job.releaseId], validFrom);
        const refusal = await refusePublishing(connection, kind, now, validFrom);
        return refusal === null ? null : { code: 'guarded', problem: refusal };
      },
      opens: new Set(kind === 'opening' ? changed.map((item) => item.layerId) : []),
      settle: async (connection, outcomes) => {
        const published = changed.map(({ layerId }, index) => ({
          layerId,
          publicationId: outcomes[index]?.publicationId ?? '',
        }));
        const today = calendarDay(deps.clock.now(), deps.city.timeZone);
        const warnings = [
          ...consequencesOf(kind, items, validFrom, today, release.decreeOn),
          ...changed.flatMap(({ layerId, layerTitle }, index) =>
            (outcomes[index]?.warnings ?? []).flatMap((warning) =>
              warning.code === 'featuresLeftOut' ? [leftOut(layerId, layerTitle, warning.count)] : [],
            ),
          ),
        ];
        await setPublished(connection, job.releaseId, published, warnings, deps.clock.now());
        await auditMove(connection, deps, job.actor, job.releaseId, 'disetujui');
        await context.end(connection);
      },
    });
    if (outcome.ok) return;
    if (outcome.problem.code !== 'guarded')
      deps.log.error(
        { releaseId: job.releaseId, problem: describePublishProblem(outcome.problem) },
        'an approved release could not be published',
      );
    await sendBack(
      deps,
      context,
      outcome.problem.code === 'guarded'
        ? {
            code: outcome.problem.problem.code,
            text: {
              id: problemDetail(outcome.problem.problem, 'id'),
              en: problemDetail(outcome.problem.problem, 'en'),
            },
          }
        : { code: outcome.problem.code, text: publishProblemText(outcome.problem) },
    );
  },
  giveUp: (context, failure) => sendBack(deps, context, failure),
});

async function sendBack(deps: ReleaseDeps, context: JobContext, failure: JobFailure): Promise<void> {
  const { releaseId, actor } = context.job;
  await deps.sql.begin(async (tx) => {
    await setWaiting(tx, releaseId);
    await auditMove(tx, deps, actor, releaseId, 'disetujui');
    await context.end(tx, failure);
  });
}
