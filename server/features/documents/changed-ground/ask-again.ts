import { createHash } from 'node:crypto';
import type { PlaceComparison } from '#domain/zoning/history';
import { calendarDay } from '../../../platform/clock.ts';
import type { Deps } from '../../../platform/deps.ts';
import { type LookupDeps, versionKeyOn } from '../../lookup/index.ts';
import { changesSince } from '../changes-since.ts';
import { findDocument } from '../queries.ts';
import { documentsToAsk, keepAsked, type UntoldRow, untoldDocuments } from './queries.ts';

export type AskingDeps = LookupDeps & Pick<Deps, 'clock' | 'log'> & { readonly dataDirectory: string };

const AT_ONCE = 50;

/** Names what is in force on a day. */
export const versionsKeyOf = ({ sql }: Pick<Deps, 'sql'>, on: string): Promise<string> =>
  versionKeyOn(sql, on);

/** Changes whose holders were not told of them. */
export const untoldChanges = ({
  sql,
  clock,
  city,
}: Pick<Deps, 'sql' | 'clock' | 'city'>): Promise<UntoldRow[]> =>
  untoldDocuments(sql, calendarDay(clock.now(), city.timeZone));

/** What a document says that the plan does not say any more. A rule that is only cited differently says the same. */
const saysAnother = ({ changes }: PlaceComparison): PlaceComparison['changes'] =>
  changes.filter(({ change }) => change !== 'citation');

/**
 * Asks again about the ground of every document in force, once for each state of the plan, one after the other. Killed in
 * between, the next call goes on; a document that could not be asked about is asked again then.
 *
 * @returns how many were asked about, and how many of them say something else than the plan
 */
export async function askGroundAgain(
  deps: AskingDeps,
): Promise<{ asked: number; changed: number; failed: number }> {
  const today = calendarDay(deps.clock.now(), deps.city.timeZone);
  const versionsKey = await versionsKeyOf(deps, today);
  const done = { asked: 0, changed: 0, failed: 0 };
  const failed = new Set<string>();
  for (;;) {
    const order = { versionsKey, today, limit: AT_ONCE + failed.size };
    const waiting = (await documentsToAsk(deps.sql, order)).filter((id) => !failed.has(id));
    if (waiting.length === 0) return { ...done, failed: failed.size };
    for (const documentId of waiting) {
      const document = await findDocument(deps.sql, documentId);
      const compared = document === null ? null : await changesSince(deps, document);
      if (!compared?.ok || !compared.value.isComplete) {
        deps.log.warn(
          { documentId, code: compared?.ok === false ? compared.problem.code : 'incomplete' },
          'a document could not be compared with the plan',
        );
        failed.add(documentId);
        continue;
      }
      const changes = saysAnother(compared.value);
      const changeHash = createHash('sha256').update(JSON.stringify(changes)).digest('hex');
      const askedAt = deps.clock.now();
      await keepAsked(deps.sql, {
        documentId,
        versionsKey,
        askedAt,
        compared: compared.value,
        changeCount: changes.length,
        changeHash,
      });
      done.asked += 1;
      if (changes.length > 0) done.changed += 1;
    }
  }
}
