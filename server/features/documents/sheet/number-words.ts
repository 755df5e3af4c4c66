import type { Language } from '#domain/language';

const LOCALE: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };
/** Making one costs more than using it a hundred times. */
const kept = new Map<string, Intl.NumberFormat>();

/** A number with at most so many decimals: `1.234,56` in Indonesian. */
export function numberWords(value: number, language: Language, decimals = 2, least = 0): string {
  const key = `${language} ${decimals} ${least}`;
  let format = kept.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(LOCALE[language], {
      maximumFractionDigits: decimals,
      minimumFractionDigits: least,
    });
    kept.set(key, format);
  }
  return format.format(value);
}

/** Square metres. What is there is never written as nothing. */
export const areaWords = (m2: number, language: Language): string =>
  m2 > 0 && m2 < 0.005 ? `< ${numberWords(0.01, language)} m²` : `${numberWords(m2, language)} m²`;
export const metreWords = (m: number, language: Language): string => `${numberWords(m, language)} m`;
/** Percent, 0–100. What is there is never written as nothing, and what is missing never as the whole. */
export function percentWords(percent: number, language: Language): string {
  if (percent > 0 && percent < 0.01) return `< ${numberWords(0.01, language)} %`;
  if (percent > 99.99 && percent < 100 - 1e-9) return `> ${numberWords(99.99, language)} %`;
  return `${numberWords(percent, language)} %`;
}

/** A coordinate in decimal degrees; seven decimals ≈ 1 cm. */
export const degreeWords = (degrees: number, language: Language): string =>
  numberWords(degrees, language, 7, 7);

const keptDates = new Map<string, Intl.DateTimeFormat>();

function dateFormat(
  language: Language,
  style: 'dateStyle' | 'timeStyle',
  length: 'long' | 'short',
  timeZone: string,
): Intl.DateTimeFormat {
  const key = `${language} ${style} ${timeZone}`;
  let format = keptDates.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(LOCALE[language], { [style]: length, timeZone });
    keptDates.set(key, format);
  }
  return format;
}

/** `30 November 2026`. */
export const dayWords = (day: string, language: Language): string =>
  dateFormat(language, 'dateStyle', 'long', 'UTC').format(new Date(`${day.slice(0, 10)}T00:00:00Z`));

/** The same of a moment, where the city lies. */
export const dayOfMomentWords = (moment: Date, language: Language, timeZone: string): string =>
  dateFormat(language, 'dateStyle', 'long', timeZone).format(moment);

/** `30 November 2026, 09.15 WITA`. */
export function momentWords(
  moment: Date,
  language: Language,
  zone: { timeZone: string; label: string },
): string {
  const day = dayOfMomentWords(moment, language, zone.timeZone);
  const time = dateFormat(language, 'timeStyle', 'short', zone.timeZone).format(moment);
  return `${day}, ${time} ${zone.label}`;
}
