import type { Language, Text } from '../language.ts';
import type { Answer, Part } from '../zoning/answer.ts';
import type { Figure, Measure } from '../zoning/figure.ts';

/** A number of the machine that a person may set otherwise, with a reason; null where the machine has none. */
export interface OverridableNumber {
  /** `1.kdb`: KDB of part 1; `2.gsb-1`: the first GSB of part 2. */
  readonly field: string;
  /** From 1. */
  readonly part: number;
  readonly zone: string;
  readonly words: Text;
  readonly original: number | null;
  readonly unit: '%' | '' | 'm' | 'm²' | 'lantai';
}

const MEASURE_WORDS: Readonly<Record<Measure, Text>> = {
  kdb: { id: 'KDB paling banyak', en: 'Building coverage (KDB) at most' },
  klb: { id: 'KLB paling banyak', en: 'Floor area ratio (KLB) at most' },
  kdh: { id: 'KDH paling sedikit', en: 'Green share (KDH) at least' },
  ktb: { id: 'KTB paling banyak', en: 'Basement coverage (KTB) at most' },
  height_m: { id: 'Tinggi bangunan paling banyak', en: 'Height at most' },
  floors: { id: 'Jumlah lantai paling banyak', en: 'Floors at most' },
  basement_floors: { id: 'Lantai bawah tanah paling banyak', en: 'Floors below ground at most' },
  min_parcel_m2: { id: 'Luas kavling paling sedikit', en: 'Parcel area at least' },
  building_gap_m: { id: 'Jarak antarbangunan paling sedikit', en: 'Gap between buildings at least' },
};

const SETBACK_WORDS: Readonly<Record<Part['setbacks'][number]['kind'], Text>> = {
  gsb: { id: 'GSB paling sedikit', en: 'Building line (GSB) at least' },
  jbs: { id: 'Jarak bebas samping paling sedikit', en: 'Gap to the side (JBS) at least' },
  jbb: { id: 'Jarak bebas belakang paling sedikit', en: 'Gap to the rear (JBB) at least' },
};

function unitOf({ measure, base }: Figure): OverridableNumber['unit'] {
  switch (measure) {
    case 'kdb':
    case 'kdh':
    case 'ktb':
      return '%';
    case 'klb':
      return base?.unitAsPrinted?.trim() === '%' ? '%' : '';
    case 'floors':
    case 'basement_floors':
      return 'lantai';
    case 'min_parcel_m2':
      return 'm²';
    case 'height_m':
    case 'building_gap_m':
      return 'm';
  }
}

/** Every number of an answer that a document prints, part by part. */
export const overridableNumbers = ({ parts }: Pick<Answer, 'parts'>): OverridableNumber[] =>
  parts.flatMap((part, index) => {
    const of = { part: index + 1, zone: part.zone.code };
    return [
      ...part.figures.map((figure) => ({
        ...of,
        field: `${of.part}.${figure.measure}`,
        words: MEASURE_WORDS[figure.measure],
        original: figure.governing?.value ?? null,
        unit: unitOf(figure),
      })),
      ...part.setbacks.map((setback, place) => ({
        ...of,
        field: `${of.part}.${setback.kind}-${place + 1}`,
        words: onRoad(SETBACK_WORDS[setback.kind], setback.roadName ?? setback.roadClass),
        original: setback.governingM,
        unit: 'm' as const,
      })),
    ];
  });

const onRoad = (words: Text, road: string | null): Text =>
  road === null ? words : { id: `${words.id} (${road})`, en: `${words.en} (${road})` };

/** A number with its unit, as it is read. */
export function writeWithUnit(value: number, unit: string, language: Language): string {
  const written = value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 2 });
  const said = unit === 'lantai' && language === 'en' ? (value === 1 ? 'floor' : 'floors') : unit;
  return `${written} ${said}`.trim();
}
