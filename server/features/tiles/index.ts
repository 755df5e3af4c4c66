export { ArchiveShelf } from './archive-shelf.ts';
export { decideRange } from './byte-range.ts';
export { tilePath } from './describe-tiles.ts';
export { openPointerBook } from './open-pointer-book.ts';
export { tileOperations } from './operations.ts';
export type { PointerBook } from './pointer-book.ts';
export { answerTilesQuickly } from './quick-tiles.ts';
export { tileRoutes } from './routes.ts';
