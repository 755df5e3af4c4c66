export { ChangedDocumentsScreen } from './changed-documents-screen.tsx';
export { NumbersScreen } from './numbers-screen.tsx';
export { isSigningMissing, NO_SIGNING, SigningFields } from './signing-fields.tsx';
export { TouchedDocuments } from './touched-documents.tsx';
