export { openPhotoDesk, type PhotoDesk } from './photo-desk.ts';
