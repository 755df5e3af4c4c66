import type { ReadingData } from '../../../web/entry-server.tsx';

/**
 * What a page is, in the words of schema.org; only where those fit. Demonstration data is never offered as a fact.
 *
 * @param origin the address of the product, without a slash at the end
 */
export function linkedDataOf(
  { content, city, language }: ReadingData,
  canonical: string,
  origin: string,
): Record<string, unknown> | undefined {
  const url = origin + canonical;
  switch (content.page) {
    case 'glossary':
      return { '@type': 'DefinedTermSet', name: language === 'id' ? 'Istilah tata ruang' : 'Glossary', url };
    case 'term':
      return { '@type': 'DefinedTerm', url, inDefinedTermSet: `${origin}/istilah`, termCode: content.slug };
    case 'regulation': {
      const { regulation } = content.regulation.text;
      if (regulation.isDemo) return undefined;
      return {
        '@type': 'Legislation',
        name: regulation.title,
        inLanguage: 'id',
        url,
        ...(regulation.numberText === null ? {} : { legislationIdentifier: regulation.numberText }),
        ...(regulation.setOn === null ? {} : { legislationDate: regulation.setOn }),
        ...(regulation.url === null ? {} : { sameAs: regulation.url }),
      };
    }
    case 'kelurahan': {
      const [west, south, east, north] = content.area.bbox;
      return {
        '@type': 'AdministrativeArea',
        name: content.area.name,
        url,
        containedInPlace: { '@type': 'AdministrativeArea', name: city.name },
        geo: { '@type': 'GeoShape', box: `${south} ${west} ${north} ${east}` },
      };
    }
    default:
      return undefined;
  }
}
