export {
  describePublishProblem,
  describePublishWarning,
} from './publish-problem.ts';
export { type Published, type PublishOrder, publishVersion } from './publish-version.ts';
