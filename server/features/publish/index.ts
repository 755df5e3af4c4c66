export {
  describePublishProblem,
  describePublishWarning,
  type PublishProblem,
  type PublishWarning,
} from './publish-problem.ts';
export { type Published, type PublishOrder, publishVersion } from './publish-version.ts';
