import type { Queryable } from '../../../platform/db.ts';
import { forgetWaiting, listWaiting, waitingBytes } from './queries.ts';

/** Room for photos of everybody that wait for their reports: 2,000 as browsers send them. */
const ROOM_BYTES = 800_000_000;
/** The smallest photo takes so much of it: a row and a file cost something, too. */
const LEAST_BYTES = 100_000;
/** More than ever fit into the room. */
const MOST_KNOWN = 10_000;

/** A photo that waits for its report, and the neighbourhood that it came from, as far as that is known. */
export interface WaitingPhoto {
  readonly photoId: string;
  readonly byteCount: number;
  readonly sender: string | undefined;
}

/**
 * Who has to make room for a photo of `sender`: the oldest photo of whoever has most waiting. Whoever fills the room loses their
 * own; a telephone that lost one is told which, and sends it again.
 * @param waiting the oldest first
 * @returns undefined when nobody has more waiting than the sender
 */
export function whoGivesWay(waiting: readonly WaitingPhoto[], sender: string): string | undefined {
  const bySender = new Map<string | undefined, { bytes: number; readonly oldest: string }>();
  for (const { photoId, byteCount, sender: whose } of waiting) {
    const known = bySender.get(whose);
    if (known === undefined) bySender.set(whose, { bytes: byteCount, oldest: photoId });
    else known.bytes += byteCount;
  }
  const [largest] = [...bySender].sort(([, one], [, other]) => other.bytes - one.bytes);
  return largest === undefined || largest[0] === sender ? undefined : largest[1].oldest;
}

/** Where photos wait for their reports. Whose they are is known in memory alone, and never beside a report. */
export interface WaitingRoom {
  /** @returns false when there is no room, and nobody to make some */
  makeRoom(sql: Queryable, sender: string): Promise<boolean>;
  /** A photo is kept. */
  came(photoId: string, sender: string): void;
}

export function openWaitingRoom(): WaitingRoom {
  const senders = new Map<string, string>();
  return {
    async makeRoom(sql, sender) {
      const most = ROOM_BYTES - LEAST_BYTES;
      for (let bytes = await waitingBytes(sql, LEAST_BYTES); bytes > most; ) {
        const waiting = (await listWaiting(sql, LEAST_BYTES)).map((one) => ({
          ...one,
          sender: senders.get(one.photoId),
        }));
        const photoId = whoGivesWay(waiting, sender);
        if (photoId === undefined) return false;
        await forgetWaiting(sql, photoId);
        senders.delete(photoId);
        bytes = await waitingBytes(sql, LEAST_BYTES);
      }
      return true;
    },
    came(photoId, sender) {
      senders.set(photoId, sender);
      const [oldest = photoId] = senders.keys();
      if (senders.size > MOST_KNOWN) senders.delete(oldest);
    },
  };
}
