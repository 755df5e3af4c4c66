export { makeBackup } from './make-backup.ts';
export { type RestoreProblem, restoreBackup } from './restore-backup.ts';
