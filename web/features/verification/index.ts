export { texts as verificationTexts } from './texts.ts';
export { VerificationPage } from './verification-page.tsx';
