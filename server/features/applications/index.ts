export {
  type ApplicantDesk,
  type ApplicantStep,
  type OwnHandle,
  openDesk,
} from './applicant-desk.ts';
export type { ApplicationDeps, DocumentMaker, DocumentOrder } from './application-deps.ts';
export { documentSections } from './document-sections.ts';
export { applicationSubjects } from './field-subject.ts';
export { numberRoutes } from './numbers/register/routes.ts';
export { applicationOperations } from './operations.ts';
export { eraseSubject, exportSubject, type SubjectDeps } from './people/subject.ts';
export { settingsRoutes } from './settings/routes.ts';
export { staffApplicationRoutes } from './staff-routes.ts';
export { statusRoute } from './status-route.ts';
export { sweepApplications } from './sweep-applications.ts';
export { tellHolders } from './tell-holders.ts';
