export {
  describePublishProblem,
  describePublishWarning,
} from './publish-problem.ts';
export {
  type Published,
  type PublishOrder,
  publishVersion,
  type WithdrawOrder,
  withdrawDemoCity,
  withdrawLayer,
} from './publish-version.ts';
export { findNewestVersion } from './queries.ts';
export { restoreArchives } from './restore-archives.ts';
