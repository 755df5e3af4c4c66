import type { Citation } from './citation.ts';

/**
 * Whether a rule's source holds on a day: from `validFrom` (inclusive) until `validTo` (exclusive), and not repealed.
 * A source without dates holds as long as its version is in force.
 *
 * @param day calendar day, `YYYY-MM-DD`, in the city's time zone
 */
export function holdsOn(citation: Citation | undefined, day: string): boolean {
  if (citation === undefined) return false;
  if (citation.status === 'rancangan') return false;
  if (citation.validFrom !== null && day < citation.validFrom) return false;
  if (citation.validTo !== null) return day < citation.validTo;
  return citation.status !== 'dicabut';
}
