import type { BBox, LngLat } from '#domain/geo/lng-lat';
import type { Language } from '#domain/language';
import type { Answer } from '#domain/zoning/answer';

/** What a page needs to know of its city. Texts are in the reader's language. */
export interface CityFacts {
  readonly name: string;
  readonly bbox: BBox;
  readonly centre: LngLat;
  readonly disclaimer: string;
  /** Some of the data in force is demonstration data. */
  readonly isDemo: boolean;
  readonly attributions: readonly string[];
  /** Where the city's clock is read, `Asia/Makassar`, and what people call it, `WITA`. */
  readonly timeZone: string;
  readonly timeZoneLabel: string;
  /** A ground of others can lie below the plan; said only where it can. */
  readonly hasBaseMap?: true;
}

/** What the one page of this address shows. */
export type PageContent =
  | { readonly page: 'map'; readonly answer: Answer | null }
  | { readonly page: 'location'; readonly answer: Answer };

/** Everything that a page is made from: rendered on the server, read again by the browser. */
export interface PageData {
  readonly language: Language;
  readonly city: CityFacts;
  /** The calendar day where the city lies, `YYYY-MM-DD`. */
  readonly today: string;
  readonly content: PageContent;
}
