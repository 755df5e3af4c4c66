/** Languages that every text exists in. Indonesian is the source of truth. */
export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language. */
export type Text = Readonly<Record<Language, string>>;

/** Whether a code such as `id` is a language that there are texts in. Case counts. */
export const isLanguage = (value: string): value is Language =>
  (LANGUAGES as readonly string[]).includes(value);

/**
 * The language that a reader prefers, from an `Accept-Language` header (RFC 9110 §12.5.4).
 *
 * @returns the listed language with the highest quality; Indonesian when none of ours is listed.
 * @example
 * preferredLanguage('en-GB,en;q=0.9,id;q=0.8') === 'en'
 */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  let best: Language = 'id';
  let bestQuality = 0;
  for (const entry of (acceptLanguage ?? '').slice(0, 400).split(',')) {
    const [range = '', ...parameters] = entry.trim().toLowerCase().split(';');
    const language = range.trim().split('-')[0] ?? '';
    const weight = parameters
      .map((p) => /^\s*q=(\d(?:\.\d{0,3})?)\s*$/.exec(p)?.[1])
      .find((q) => q !== undefined);
    const quality = weight === undefined ? 1 : Number(weight);
    if (isLanguage(language) && quality > bestQuality) {
      best = language;
      bestQuality = quality;
    }
  }
  return best;
}
