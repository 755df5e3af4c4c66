import type { ExportedCorrection } from '#domain/correction/correction';
import { mentions, withoutMentions } from '#domain/personal-data/mentions';
import type { SubjectKeys } from '#domain/personal-data/subject-request';
import type { Asker } from '../../accounts/index.ts';
import { audit } from '../../log/index.ts';
import { forgetMessages } from '../../outbox/index.ts';
import { messagesOf } from '../answer-case.ts';
import type { CorrectionDeps } from '../correction-deps.ts';
import { CONTACT_PURPOSE } from '../open-case.ts';
import { findCase, findContact, lockCase } from '../queries.ts';
import { tellWhole } from '../tell-case.ts';
import { casesAfter, forgetContact, setMessage } from './queries.ts';

const PAGE = 500;

/** What requests about who opened a case stand on. */
export type CorrectionSubjectDeps = Pick<CorrectionDeps, 'sql' | 'clock' | 'city' | 'keys'>;

const openContact = ({ keys }: Pick<CorrectionDeps, 'keys'>, sealed: string | null): string =>
  sealed === null ? '' : keys.decrypt('personal', sealed, CONTACT_PURPOSE);

/**
 * Every case that names a person, in what they left to be reached by or in what they wrote: both are free text. The contact
 * lies in what is encrypted alone, so all of it is opened: there is no index by which people could be looked for.
 */
async function casesOf(
  deps: CorrectionSubjectDeps,
  keys: SubjectKeys,
  { lock }: Asker,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof casesAfter>> = await lock.read((sql) =>
      casesAfter(sql, after, PAGE),
    );
    for (const { correctionId, message, sealed } of page)
      if (mentions(`${openContact(deps, sealed)}\n${message}`, keys)) found.push(correctionId);
    after = page.at(-1)?.correctionId ?? null;
    if (page.length < PAGE) return found;
  }
}

/** Everything that is kept about a person in cases of “Data ini keliru”. */
export async function exportCorrections(
  deps: CorrectionSubjectDeps,
  keys: SubjectKeys,
  asker: Asker,
): Promise<ExportedCorrection[]> {
  const told: ExportedCorrection[] = [];
  for (const correctionId of await casesOf(deps, keys, asker)) {
    const found = await findCase(deps.sql, correctionId);
    if (found === undefined) continue;
    const contact = openContact(deps, await findContact(deps.sql, correctionId));
    const facts = { correctionId };
    await audit(deps.sql, { kind: 'correction.exported', actor: asker.actor, facts }, deps.clock);
    told.push({ ...(await tellWhole(deps, found)), contact: contact === '' ? null : contact });
  }
  return told;
}

/**
 * Forgets who opened these cases: how they can be reached, every answer to them that has not left, and what names them in their
 * own words. What they say about the row stays, and so does the public note. @returns their tickets
 */
export async function forgetInCorrections(
  deps: CorrectionSubjectDeps,
  keys: SubjectKeys,
  asker: Asker,
): Promise<string[]> {
  const tickets: string[] = [];
  for (const correctionId of await casesOf(deps, keys, asker))
    await deps.sql.begin(async (tx) => {
      await lockCase(tx, correctionId);
      const found = await findCase(tx, correctionId);
      if (found === undefined) return;
      await asker.lock.part(tx, () => forgetContact(tx, correctionId));
      if ((await findContact(tx, correctionId)) !== null)
        throw new Error('the second lock did not let a forgetting through');
      await setMessage(tx, correctionId, withoutMentions(found.message, keys));
      await forgetMessages(tx, messagesOf(correctionId));
      const facts = { correctionId, by: 'person' as const };
      await audit(tx, { kind: 'correction.personErased', actor: asker.actor, facts }, deps.clock);
      tickets.push(found.ticket);
    });
  return tickets;
}
