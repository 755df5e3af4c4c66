import type { Language } from '#domain/language';

/** Raise it when cards are drawn in another way: pictures are kept by others for a year. */
const DRAWING = 1;

/** The picture of the city, for every page that has none of its own. In Indonesian, and not kept for long. */
export const CITY_CARD = '/kartu/kota.png';

/** The name of all that a card depends on besides its address. */
export const cardKey = (versionKey: string): string => `${DRAWING}-${versionKey}`;

/**
 * Path and query of the picture of a page. It names the versions that it is made from, so it may be kept for ever; when
 * these are not known it still leads to the picture, which is then kept for a minute.
 *
 * @param path of the page, null = the picture of the city
 * @param on the day that the page is asked for, null = today
 */
export async function cardAddress(
  { versionKeyOn }: { readonly versionKeyOn: (on: string) => Promise<string> },
  {
    path,
    on,
    today,
    language,
  }: {
    readonly path: string | null;
    readonly on: string | null;
    readonly today: string;
    readonly language: Language;
  },
): Promise<string> {
  if (path === null) return CITY_CARD;
  const key = await versionKeyOn(on ?? today).catch(() => null);
  const query = new URLSearchParams({
    lang: language,
    ...(on === null ? {} : { on }),
    ...(key === null ? {} : { v: cardKey(key) }),
  });
  return `/kartu${path}.png?${query}`;
}
