export { countMegapixels } from './count-megapixels.ts';
export { mayBringPhotos } from './may-bring-photos.ts';
export { openPhotoDesk, type PhotoDesk } from './photo-desk.ts';
export { findLookAlike, type PhotoSource, rememberPhoto } from './queries.ts';
