export {
  describePublishProblem,
  describePublishWarning,
} from './publish-problem.ts';
export {
  type Published,
  type PublishOrder,
  publishVersion,
  type WithdrawOrder,
  withdrawLayer,
} from './publish-version.ts';
export { type RestoredArchives, restoreArchives } from './restore-archives.ts';
