export { makeBackup } from './make-backup.ts';
export { type RestoreProblem, restoreBackup, verifyBackup } from './restore-backup.ts';
