import * as z from 'zod/mini';

const written = (pattern: RegExp) => z.pipe(z.string().check(z.regex(pattern)), z.transform(Number));

/**
 * A decimal number in a query string. Unlike plain coercion the empty text is not zero, and neither hexadecimal,
 * exponents nor `Infinity` pass.
 *
 * @param min inclusive
 * @param max inclusive
 */
export const decimalParameter = (min: number, max: number) =>
  z.pipe(written(/^[+-]?\d{1,9}(?:\.\d{1,20})?$/), z.number().check(z.gte(min), z.lte(max)));

/** A whole number in a query string, both bounds inclusive. */
export const integerParameter = (min: number, max: number) =>
  z.pipe(written(/^-?\d{1,9}$/), z.int().check(z.gte(min), z.lte(max)));

const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2200-12-31';

/** A day of the calendar, `YYYY-MM-DD`, that a plan can be asked about; the database knows no year 0. */
export const dayParameter = z.iso
  .date()
  .check(z.refine((day) => day >= FIRST_DAY && day <= LAST_DAY, { error: `${FIRST_DAY} … ${LAST_DAY}` }));

/** Whether a text from an address is such a day. */
export const isDay = (text: string): boolean => dayParameter.safeParse(text).success;
