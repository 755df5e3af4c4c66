import type { id } from './id.ts';

type Widen<T> = T extends (...input: infer A) => string ? (...input: A) => string : string;

/** Every key of the Indonesian texts, with the same parameters: a missing or extra key does not compile. */
export type Messages = { readonly [K in keyof typeof id]: Widen<(typeof id)[K]> };
