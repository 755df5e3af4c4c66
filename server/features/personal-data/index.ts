export { erasePerson, exportPerson } from './person.ts';
export { personalDataRoutes } from './routes.ts';
