export { DeviceLine, DeviceNote } from './device-note.tsx';
export { PointVerdict } from './point-verdict.tsx';
export { SaveOffline } from './save-offline.tsx';
