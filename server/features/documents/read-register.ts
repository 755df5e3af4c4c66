import { type DocumentGround, type DocumentRecord, stateOn } from '#domain/document/document';
import type { PlaceComparison } from '#domain/zoning/history';
import { calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { writeLogKeys } from '../log/index.ts';
import type { LookupDeps } from '../lookup/index.ts';
import { changesSince } from './changes-since.ts';
import type { DocumentDeps } from './order.ts';
import { findDocument, readGround } from './queries.ts';

/** What the register of documents tells everybody. */
export function readRegister(
  deps: LookupDeps & Pick<Deps, 'clock' | 'keys'>,
  documents: DocumentDeps | null,
) {
  return {
    /** A document as it is today, and its ground; null when there is none of this id. */
    async find(documentId: string): Promise<{ document: DocumentRecord; ground: DocumentGround } | null> {
      const found = await findDocument(deps.sql, documentId);
      const ground = found === null ? null : await readGround(deps.sql, documentId);
      if (found === null || ground === null) return null;
      const today = calendarDay(deps.clock.now(), deps.city.timeZone);
      return { document: { ...found, state: stateOn(found, today) }, ground };
    },
    /** Keys of the log, one in a line: what the list of keys of documents is believed by. */
    logKeys: (): Promise<string> => writeLogKeys(deps),
    /** What the plan of today says differently; null while it cannot be told. */
    async compare(document: DocumentRecord): Promise<PlaceComparison | null> {
      if (documents === null) return null;
      const compared = await changesSince({ ...deps, ...documents }, document);
      return compared.ok ? compared.value : null;
    },
  };
}
