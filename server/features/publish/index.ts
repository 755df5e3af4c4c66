export { prepareArchive } from './prepared/prepare-archive.ts';
export { prepareSearch } from './prepared/prepare-search.ts';
export { sweepPrepared } from './prepared/sweep-prepared.ts';
export type { Published, PublishOrder, WithdrawOrder } from './publish-order.ts';
export {
  describePublishProblem,
  describePublishWarning,
  publishProblemText,
} from './publish-problem.ts';
export { publishTogether } from './publish-together.ts';
export { publishVersion, withdrawDemoCity, withdrawLayer } from './publish-version.ts';
export { findNewestVersion, findVersion } from './queries.ts';
export {
  forgetArchivesOf,
  holdPublishing,
  isPublishingElsewhere,
  removeArchives,
} from './remove-archives.ts';
export { restoreArchives } from './restore-archives.ts';
