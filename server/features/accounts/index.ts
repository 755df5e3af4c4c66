export { type Access, createAccess } from './access.ts';
export { inTheNameOf } from './in-the-name-of.ts';
