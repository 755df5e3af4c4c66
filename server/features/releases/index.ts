export { createHandlers } from './create-handlers.ts';
export { sweepOldDrafts } from './drafts/sweep-drafts.ts';
export { findCompared } from './find-compared.ts';
export { releaseOperations } from './operations.ts';
export { describeRefusal, publishWithoutGaps } from './publish-without-gaps.ts';
export { releaseRoutes } from './routes.ts';
export { versionFileRoutes } from './timeline/version-files.ts';
