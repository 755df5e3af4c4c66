export { openPhotoDesk, type PhotoDesk } from './photo-desk.ts';
export { findLookAlike, rememberPhoto } from './queries.ts';
