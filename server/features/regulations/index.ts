export { listRegulations, readRegulation } from './read-regulations.ts';
