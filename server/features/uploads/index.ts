export { filesDirectory, storedPath } from './file-store.ts';
export { keepFile } from './keep-file.ts';
export { findUpload, forgetUpload } from './queries.ts';
export { uploadRoutes } from './routes.ts';
export { sweepUploads } from './sweep-uploads.ts';
