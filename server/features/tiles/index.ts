export { ArchiveShelf } from './archive-shelf.ts';
export { answerTilesQuickly } from './quick-tiles.ts';
export { tileRoutes } from './routes.ts';
