/** The only way to the time: tests fix it, the clock of the machine is read nowhere else. */
export interface Clock {
  /** The moment, UTC. */
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The calendar day at a moment in a time zone, `YYYY-MM-DD`; the law counts days where the city lies. */
export function calendarDay(moment: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format.format(moment);
}

/** Making one takes a third of a millisecond, a fifth of an answer (measured 2026-11-30); a city has one time zone. */
const formats = new Map<string, Intl.DateTimeFormat>();
