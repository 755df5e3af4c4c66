export { ChangedDocumentsScreen } from './changed-documents-screen.tsx';
export { TouchedDocuments } from './touched-documents.tsx';
