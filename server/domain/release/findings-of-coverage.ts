import type { Language, Text } from '../language.ts';
import type { FoundSort } from './layer-findings.ts';

/** Ground for which a version makes a statement, geodesic m²; null: it says none, and so speaks of the whole city. */
export interface CoverageChange {
  readonly beforeM2: number | null;
  readonly afterM2: number | null;
}

/**
 * A draft that speaks of other ground than what is in force: outside of it nobody knows, inside "nothing is here" is a statement. It
 * changes answers where no feature changes, so whoever approves must have seen it.
 */
export const findingsOfCoverage = ({ beforeM2, afterM2 }: CoverageChange): FoundSort[] => [
  {
    code: 'coverageDiffers',
    severity: 'warns',
    text: {
      id: `Cakupan lapisan berubah: sebelumnya ${inWords(beforeM2, 'id')}, di rilis ini ${inWords(afterM2, 'id')}. Di dalam cakupan, tempat tanpa objek dijawab “tidak terkena”; di luarnya “belum ada data”.`,
      en: `The coverage of the layer changes: before ${inWords(beforeM2, 'en')}, in this release ${inWords(afterM2, 'en')}. Inside, a place without a feature is answered “not concerned”; outside “no data yet”.`,
    },
    count: 1,
    totalM2: null,
    list: [],
  },
];

const WHOLE: Text = {
  id: 'seluruh kota (tidak dinyatakan lain)',
  en: 'the whole city (nothing else is stated)',
};
const LOCALE: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

const inWords = (m2: number | null, language: Language): string =>
  m2 === null
    ? WHOLE[language]
    : `${new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 1 }).format(m2 / 10_000)} ha`;
