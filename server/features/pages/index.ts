export { loadPageRenderer } from '../../../web/entry-server.tsx';
export { createReadings } from './reading-routes.ts';
export { asksForPage, createPages } from './routes.ts';
