export { type Access, type AccessEnv, createAccess } from './access.ts';
export { inTheNameOf } from './in-the-name-of.ts';
