export { PointVerdict } from './point-verdict.tsx';
export { SaveOffline } from './save-offline.tsx';
