import type { ReactNode } from 'react';

/** One component in all its states, each under the name that a reader of the gallery looks for. */
export interface Specimen {
  readonly name: string;
  readonly states: Readonly<Record<string, ReactNode>>;
}
