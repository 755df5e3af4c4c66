export { ownKeyList } from './key-list.ts';
export { openDocuments } from './open-documents.ts';
export { documentOperations } from './operations.ts';
export { readRegister } from './read-register.ts';
export { documentRoutes } from './routes.ts';
export { keyListSchema } from './schema.ts';
export { type FileProblem, verifyFile } from './verify-file.ts';
