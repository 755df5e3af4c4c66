export { erasePerson, exportPerson, type PersonalDataDeps } from './person.ts';
export { personalDataRoutes } from './routes.ts';
