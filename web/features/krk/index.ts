export { formTexts } from './form-texts.ts';
export { hasFaults } from './has-faults.ts';
export { KrkApplicationPage } from './krk-application-page.tsx';
export { KrkFormPage, KrkLookupPage } from './krk-form-page.tsx';
