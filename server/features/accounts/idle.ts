const HOUR_MS = 3_600_000;
/** As in `acting_account` of the database. A session that nobody has used for so long has ended: a computer that was left at a counter. A working day ends it anyway. */
const IDLE_MS = 2 * HOUR_MS;
/** How often it is written down that a session is in use. */
const NOTED_EVERY_MS = 60_000;

/** Sessions that were used last before this have ended. */
export const idleSinceOf = (now: Date): Date => new Date(now.getTime() - IDLE_MS);

/** Whether it is to be written down that a session is in use. */
export const isToNote = (usedAt: Date, now: Date): boolean =>
  now.getTime() - usedAt.getTime() >= NOTED_EVERY_MS;
