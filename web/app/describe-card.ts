import { zonesOfParts } from '#domain/areas/zones-of-parts';
import type { RegulationOnDay } from '#domain/rules/regulation-text';
import type { Answer, Part } from '#domain/zoning/answer';
import { measureWords } from '../features/lookup/figure-words.ts';
import { outcomeLine, placeContext, placeTitle } from '../features/lookup/place-words.ts';
import {
  buildSentence,
  ceiling,
  isNotForBuilding,
  isProhibited,
} from '../features/lookup/plain-sentence.tsx';
import { zoneName } from '../features/lookup/zone-words.ts';
import { formatHectares, formatNumber, formatPercent } from '../lib/format.ts';
import type { Reader } from '../locale/reader.tsx';
import type { CityFacts } from './page-data.ts';
import type { ReadingContent } from './reading-data.ts';

/** What a page about a place, an area or a regulation is sent around as: the picture that stands beside its link. */
export interface CardWords {
  readonly product: string;
  readonly city: string;
  readonly kind: string;
  readonly title: string;
  readonly subtitle: string;
  readonly sentence: string;
  readonly fields: readonly {
    readonly code: string;
    readonly color: string | null;
    readonly share: number;
  }[];
  readonly demo: string | null;
}

/** What a card can be about. */
export type CardContent =
  | { readonly page: 'city' }
  | { readonly page: 'location'; readonly answer: Answer }
  | Extract<ReadingContent, { readonly page: 'kelurahan' | 'block' | 'regulation' }>;

/** Zones that a sentence names. */
const NAMED_ZONES = 3;

/** The words and colours of a card; demonstration data says so on it. */
export function describeCard(
  content: CardContent,
  city: Pick<CityFacts, 'name' | 'isDemo'>,
  reader: Reader,
): CardWords {
  const { t } = reader;
  const isDemo = content.page === 'location' ? content.answer.isDemo : city.isDemo;
  return {
    product: t['app.name'],
    city: city.name,
    demo: isDemo ? t['app.demo'] : null,
    ...wordsOf(content, city.name, reader),
  };
}

type Words = Omit<CardWords, 'product' | 'city' | 'demo'>;

function wordsOf(content: CardContent, city: string, reader: Reader): Words {
  const { language, t } = reader;
  const isIndonesian = language === 'id';
  switch (content.page) {
    case 'city':
      return {
        kind: '',
        title: t['app.title'](city),
        subtitle: t['app.description'](city),
        sentence: '',
        fields: [],
      };
    case 'location':
      return ofAnswer(content.answer, city, reader);
    case 'kelurahan': {
      const { name, kecamatan, areaM2, zones } = content.area;
      const largest = zones
        .slice(0, NAMED_ZONES)
        .map((zone) => `${zone.code} ${formatPercent(Math.round((100 * zone.areaM2) / areaM2), language)}`);
      return {
        kind: 'Kelurahan',
        title: name,
        subtitle: [
          ...(kecamatan === null ? [] : [t['place.kecamatan'](kecamatan)]),
          formatHectares(areaM2, language),
        ].join(' · '),
        sentence: largest.join(' · '),
        fields: sharesOf(zones),
      };
    }
    case 'block': {
      const { code, areaM2, kelurahan } = content.block;
      const zones = zonesOfParts(content.block);
      return {
        kind: isIndonesian ? 'Blok' : 'Block',
        title: code,
        subtitle: [
          ...kelurahan.slice(0, 2).map((area) => `Kelurahan ${area.name}`),
          formatHectares(areaM2, language),
        ].join(' · '),
        sentence: zones
          .slice(0, NAMED_ZONES)
          .map((zone) => `${zone.code} ${formatPercent(Math.round((100 * zone.areaM2) / areaM2), language)}`)
          .join(' · '),
        fields: sharesOf(zones),
      };
    }
    case 'regulation':
      return ofRegulation(content.regulation, reader);
  }
}

function ofAnswer(answer: Answer, city: string, reader: Reader): Words {
  const [part, second] = answer.parts;
  const only = second === undefined ? part : undefined;
  return {
    kind: placeContext(answer, city, reader).replace(`, ${city}`, ''),
    title: placeTitle(answer, city, reader),
    subtitle: only === undefined ? outcomeLine(answer, city, reader) : zoneName(only.zone),
    sentence: only === undefined ? '' : sentenceOf(only, reader),
    // Nothing is known of the ground: an empty field, not a colour.
    fields:
      answer.parts.length === 0
        ? [{ code: '?', color: null, share: 1 }]
        : answer.parts.map(({ zone, sharePct }) => ({
            code: zone.code,
            color: zone.color,
            share: (sharePct ?? 100 / answer.parts.length) / 100,
          })),
  };
}

/** As the answer itself says it first. */
function sentenceOf(part: Part, reader: Reader): string {
  const { t, language } = reader;
  if (isProhibited(part)) return t['plain.prohibited'];
  if (isNotForBuilding(part)) return t['plain.notForBuilding'](zoneName(part.zone));
  const [floors, kdb] = [ceiling(part, 'floors'), ceiling(part, 'kdb')];
  const words = [
    ...(floors === null ? [] : [t['plain.floors'](formatNumber(floors, language))]),
    ...(kdb === null ? [] : [t['plain.kdb'](measureWords('kdb', kdb, reader))]),
  ];
  return words.length > 0 ? buildSentence(part, words, reader) : '';
}

function ofRegulation({ text }: RegulationOnDay, { language, t }: Reader): Words {
  const { regulation, articles } = text;
  const colors = new Map(articles.flatMap((one) => one.zoneCodes.map((zone) => [zone.code, zone.color])));
  return {
    kind: language === 'id' ? 'Peraturan' : 'Regulation',
    title: regulation.numberText ?? regulation.title,
    subtitle: regulation.numberText === null ? '' : regulation.title,
    sentence: `${language === 'id' ? `${articles.length} pasal` : `${articles.length} articles`} · ${t[`legal.status.${regulation.status}`]}`,
    fields: [...colors].map(([code, color]) => ({ code, color, share: 1 / colors.size })),
  };
}

function sharesOf(zones: readonly { code: string; color: string | null; areaM2: number }[]): Words['fields'] {
  const total = zones.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  return zones.map(({ code, color, areaM2 }) => ({ code, color, share: areaM2 / total }));
}
