import type { Language } from '#domain/language';
import type { CityFacts } from './page-data.ts';

/** What the application of staff starts from; everything else it asks for once somebody has signed in. */
export interface ConsoleData {
  readonly language: Language;
  readonly city: CityFacts;
}
