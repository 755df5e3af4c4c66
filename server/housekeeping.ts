import { sweepAccounts } from './features/accounts/index.ts';
import { sweepApplications } from './features/applications/index.ts';
import { prepareKelurahan } from './features/areas/index.ts';
import {
  computeOutdatedDays,
  escalateCases,
  forgetDisputes,
  keepReporterDays,
  releaseFromConcerned,
  releaseGoneUnits,
  remindOfDues,
} from './features/cases/index.ts';
import { sweepDocuments, sweepDrafts } from './features/documents/index.ts';
import { sweepRounds } from './features/field-rounds/index.ts';
import { sweepStagedSources } from './features/imports/index.ts';
import { holdsDemo } from './features/legend/index.ts';
import { forgetKeys } from './features/once/index.ts';
import { mailFolder, sweepMailFiles } from './features/outbox/index.ts';
import { sweepPrepared } from './features/publish/index.ts';
import { sweepOldDrafts } from './features/releases/index.ts';
import { caseReports, forgetOldReporters, sweepReports } from './features/reports/index.ts';
import { createRuleSetLoader } from './features/rules/index.ts';
import { sweepUploads } from './features/uploads/index.ts';
import { prepareGround } from './features/where/index.ts';
import { calendarDay } from './platform/clock.ts';
import type { Deps } from './platform/deps.ts';

const DAY_MS = 86_400_000;

/** Cuts what questions about the whole city are answered from; without it the first such question waits for it. */
export async function cutGround(deps: Deps): Promise<void> {
  const today = calendarDay(deps.clock.now(), deps.city.timeZone);
  try {
    await prepareGround({ sql: deps.sql, loadRuleSet: createRuleSetLoader(deps.sql, 2) }, today);
    await prepareKelurahan(deps, today);
  } catch (err) {
    deps.log.warn({ err }, 'the ground was not cut beforehand: the first question for it waits');
  }
}

/** Takes away what killed processes and readers who never came back have left. */
export async function sweepLeftovers(deps: Deps & { readonly dataDirectory: string }): Promise<void> {
  const now = deps.clock.now();
  const sweeps = {
    'folders of killed readers were not swept': () => sweepStagedSources(new Date(now.getTime() - DAY_MS)),
    'ended sessions were not swept': () => sweepAccounts(deps.sql, now),
    'keys of requests were not forgotten': () => forgetKeys(deps.sql, new Date(now.getTime() - DAY_MS)),
    // Before uploads: papers of who was forgotten go with them.
    'applications were not swept': () =>
      sweepApplications({ ...deps, holdsDemo: (on) => holdsDemo(deps.sql, on) }),
    // Before anybody is told of a day.
    'due days of cases were not computed': () => computeOutdatedDays(deps),
    'nobody was reminded of what is due': () => remindOfDues(deps),
    'overdue cases were not escalated': () => escalateCases(deps),
    'cases of units that are gone were not released': () =>
      releaseGoneUnits({ ...deps, reports: caseReports(deps) }),
    'cases were not taken from whom they are about': () =>
      releaseFromConcerned({ ...deps, reports: caseReports(deps) }),
    'documents that nobody is given were not swept': () => sweepDrafts(deps),
    'files of documents were not swept': () => sweepDocuments(deps),
    'mails in files were not swept': () => sweepMailFiles(mailFolder(deps.dataDirectory), now),
    'pictures of rounds were not swept': () => sweepRounds(deps),
    'photos without a report were not swept': () => sweepReports(deps),
    'reporters of old cases were not forgotten': () =>
      forgetOldReporters({ ...deps, cases: { forgetWords: forgetDisputes, keepReporterDays } }),
    // Before uploads, too: the file of a draft that goes is part of nothing any more.
    'drafts that nobody released were not swept': () => sweepOldDrafts(deps),
    'tiles that nobody will publish were not swept': () => sweepPrepared(deps),
    'uploads that nobody finished were not swept': () => sweepUploads(deps),
  };
  for (const [failure, sweep] of Object.entries(sweeps)) {
    try {
      await sweep();
    } catch (err) {
      deps.log.warn({ err }, failure);
    }
  }
}
