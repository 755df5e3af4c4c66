export { mayBringPhotos } from './may-bring-photos.ts';
export { openPhotoDesk, type PhotoDesk } from './photo-desk.ts';
export { findLookAlike, rememberPhoto } from './queries.ts';
