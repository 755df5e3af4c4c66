export { filesDirectory, storedPath } from './file-store.ts';
export { findUpload } from './queries.ts';
export { uploadRoutes } from './routes.ts';
export { sweepUploads } from './sweep-uploads.ts';
