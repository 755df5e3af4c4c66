export { GlossaryPage } from './glossary-page.tsx';
export { TermPage } from './term-page.tsx';
export { findTerm, TERMS } from './terms.ts';
