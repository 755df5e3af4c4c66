export { describeJob } from './describe-job.ts';
export {
  cancelJobs,
  findJob,
  type JobFailure,
  newestJobs,
  queueJob,
} from './queries.ts';
export { readWorkOrder } from './read-work-order.ts';
export { DONE, forkWaitingWorker, forkWorker, runJobs, type StartWorker } from './run-jobs.ts';
export { type JobContext, type JobHandler, type JobHandlers, workOnJob } from './work-on-job.ts';
