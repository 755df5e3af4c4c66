export { filesDirectory, storedPath } from './file-store.ts';
export { keepFile } from './keep-file.ts';
export { uploadOperations } from './operations.ts';
export { findUpload, forgetUpload, lockFilesShared } from './queries.ts';
export { uploadRoutes } from './routes.ts';
export { spoolBody } from './spool-body.ts';
export { sweepUploads } from './sweep-uploads.ts';
