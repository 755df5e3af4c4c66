import type { LngLat } from '#domain/geo/lng-lat';
import type { Language } from '#domain/language';

/** `id-ID` writes 1.234,56; English readers get 1,234.56. */
const LOCALE: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

/** A number with at most `decimals` decimals, grouped as the language groups. */
export function formatNumber(value: number, language: Language, decimals = 2): string {
  return new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: decimals }).format(value);
}

/** Square metres: `1.234,56 m²`. */
export const formatArea = (m2: number, language: Language): string => `${notNothing(m2, language)} m²`;

/** Hectares, for areas that nobody counts in metres: `1.234,5 ha`. */
export const formatHectares = (m2: number, language: Language): string =>
  `${formatNumber(m2 / 10_000, language, 1)} ha`;

/** Metres: `18,4 m`; what is there is never written as nothing. */
export const formatMetres = (m: number, language: Language): string =>
  m > 0 && m < 0.05 ? `< ${formatMetres(0.1, language)}` : `${formatNumber(m, language, 1)} m`;

/** Percent, 0–100: `60 %`. */
export const formatPercent = (pct: number, language: Language): string => `${notNothing(pct, language)} %`;

/** Two decimals; what is there is never written as nothing. */
const notNothing = (value: number, language: Language): string =>
  value > 0 && value < 0.005 ? `< ${formatNumber(0.01, language)}` : formatNumber(value, language);

/** A calendar day `YYYY-MM-DD` in words: `21 November 2026`. The day stands alone: no time zone moves it. */
export function formatDay(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** Latitude before longitude, as people read coordinates aloud; five decimals ≈ 1 m. */
export function formatPosition([lng, lat]: LngLat, language: Language): string {
  const write = (value: number): string =>
    new Intl.NumberFormat(LOCALE[language], { minimumFractionDigits: 5, maximumFractionDigits: 5 }).format(
      value,
    );
  return language === 'id' ? `${write(lat)}; ${write(lng)}` : `${write(lat)}, ${write(lng)}`;
}

/** `116.83120,-1.27450`: the place in an address, longitude first, decimal points. */
export const placeInAddress = ([lng, lat]: LngLat): string => `${lng.toFixed(5)},${lat.toFixed(5)}`;
