import type { Actor } from '#domain/accounts/actor';
import type { TouchedDocuments } from '#domain/document/changed-document';
import type { ReleaseComparison } from '#domain/publication/comparison';
import type { TouchedCases } from '#domain/violation-case/touched-cases';
import { casesTouched } from '../cases/index.ts';
import { touchedDocuments } from '../documents/index.ts';
import type { LookupDeps } from '../lookup/index.ts';
import { touchedBy } from './touched-by.ts';

const LISTED = 50;

/**
 * Documents in force that a release would touch, before anybody approves it: those on ground where the plan places something
 * else, and those of which a rule changes. What exactly they would say differently is shown once it holds.
 */
export async function documentsOnRelease(
  { sql }: Pick<LookupDeps, 'sql'>,
  comparison: ReleaseComparison,
  today: string,
): Promise<TouchedDocuments> {
  const touching = await touchedBy(sql, comparison);
  return { on: comparison.on, ...(await touchedDocuments(sql, touching, { today, limit: LISTED })) };
}

/** Open cases of violations at places of which the plan would say something else, as far as this person may see them. */
export async function casesOnRelease(
  { sql }: Pick<LookupDeps, 'sql'>,
  comparison: ReleaseComparison,
  { actor, today }: { readonly actor: Actor; readonly today: string },
): Promise<TouchedCases> {
  const touching = await touchedBy(sql, comparison);
  return { on: comparison.on, ...(await casesTouched(sql, touching, { actor, today, limit: LISTED })) };
}
