export { asksForPage, createPages } from './routes.ts';
