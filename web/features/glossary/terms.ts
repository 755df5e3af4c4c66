import type { Term } from './term.ts';
import { FIGURE_TERMS } from './terms-figures.ts';
import { PERMIT_TERMS } from './terms-permits.ts';
import { PLAN_TERMS } from './terms-plan.ts';
import { RULE_TERMS } from './terms-rules.ts';

export const TERMS: readonly Term[] = [...PLAN_TERMS, ...FIGURE_TERMS, ...RULE_TERMS, ...PERMIT_TERMS];

/** The term of an address such as `/istilah/kdb`. */
export const findTerm = (slug: string): Term | undefined => TERMS.find((term) => term.slug === slug);
