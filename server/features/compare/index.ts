export { compareRelease, groundOfRelease } from './compare-release.ts';
export { compareRoutes } from './routes.ts';
