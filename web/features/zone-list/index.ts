export { ZoneList } from './zone-list.tsx';
