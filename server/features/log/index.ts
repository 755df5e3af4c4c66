export { audit } from './audit.ts';
export { erasePersonal } from './erase-personal.ts';
export { inspectLog, type LogDamage } from './inspect-log.ts';
export { logOperations } from './operations.ts';
export { proveLeaf, proveLeafToHolder } from './prove.ts';
export { logRoutes } from './routes.ts';
export { currentCheckpoint, writeLogKeys } from './sign-checkpoint.ts';
export { signStatement } from './sign-statement.ts';
export { watchLog } from './watch-log.ts';
