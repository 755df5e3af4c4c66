export { KrkApplicationPage } from './krk-application-page.tsx';
export { KrkFormPage, KrkLookupPage } from './krk-form-page.tsx';
