export { SaveOffline } from './save-offline.tsx';
