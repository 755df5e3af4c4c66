import type { CityProfile } from '#domain/city/profile';
import type { Language } from '#domain/language';
import type { CityFacts } from '../../../web/entry-server.tsx';

/**
 * What pages tell of the city, in the reader's language.
 *
 * @param hasBaseMap a ground of others can lie below the plan
 * @param isDemo some of the data in force is demonstration data
 */
export function cityFacts(
  city: CityProfile,
  language: Language,
  isDemo: boolean,
  hasBaseMap = false,
): CityFacts {
  const kind = {
    id: { kota: 'Kota', kabupaten: 'Kabupaten' },
    en: { kota: 'City of', kabupaten: 'Regency of' },
  };
  return {
    name: `${kind[language][city.kind]} ${city.name}`,
    bbox: city.bbox,
    centre: [city.centre[0], city.centre[1]],
    disclaimer: `${city.disclaimer[language]} ${city.landDispute[language]}`.trim(),
    isDemo,
    attributions: city.attributions,
    timeZone: city.timeZone,
    timeZoneLabel: city.timeZoneLabel,
    ...(hasBaseMap ? { hasBaseMap: true as const } : {}),
  };
}
