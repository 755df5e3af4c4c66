export { createReadings } from './reading-routes.ts';
export { asksForPage, createPages } from './routes.ts';
