export { isCompared } from './compare-layer.ts';
export { compareRelease, groundOfComparison } from './compare-release.ts';
export { measureLoss } from './measure-loss.ts';
export { compareOperations } from './operations.ts';
export { compareRoutes } from './routes.ts';
