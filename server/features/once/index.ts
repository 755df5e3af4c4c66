export { type OnceKey, onceOnly, readOnceKey } from './once-only.ts';
export { forgetKeys } from './queries.ts';
