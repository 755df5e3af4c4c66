export { asksForPage, createPages, type PageDeps } from './routes.ts';
