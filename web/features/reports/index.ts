export { ReportFormPage } from './report-form-page.tsx';
export { ReportLookupPage } from './report-lookup-page.tsx';
export { ReportPage } from './report-page.tsx';
