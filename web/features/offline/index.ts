export { OfflineNote } from './offline-note.tsx';
export { SaveOffline } from './save-offline.tsx';
export { SlowNote } from './slow-note.tsx';
