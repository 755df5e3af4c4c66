import * as z from 'zod/mini';
import type { Text } from '../language.ts';
import type { Answer } from '../zoning/answer.ts';
import type { CategoryCode } from './category.ts';

/** Why something may not be for the city: read from layers in force, never from what somebody writes. */
export const ELSEWHERE = [
  'sea',
  'neighbour',
  'coast',
  'forest',
  'nationalRoad',
  'provincialRoad',
  'tollRoad',
] as const;
export type Elsewhere = (typeof ELSEWHERE)[number];

const textSchema = z.object({ id: z.string(), en: z.string() });

/**
 * For whom a place is, as far as the data in force says. A guess: only staff decide, and a report inside the city is taken
 * whatever it says. `unknown`: no layer in force says anything here.
 */
export const jurisdictionSchema = z.object({
  whose: z.enum(['city', 'elsewhere', 'unknown']),
  why: z.nullable(z.enum(ELSEWHERE)),
  /** What says so: a zone, a class of the city plan, a road, the border. */
  evidence: z.nullable(z.string()),
  /** Whom to turn to; null for the city, and where nobody can be named. */
  authority: z.nullable(textSchema),
});
export type Jurisdiction = z.infer<typeof jurisdictionSchema>;

/** Where any report about any authority can be given, with its address. */
export const NATIONAL_DESK = { name: 'SP4N-LAPOR!', url: 'https://www.lapor.go.id' } as const;

/** @source UU 23/2014 Lampiran Y and BB (sea, forest); UU 2/2022 (roads): to be confirmed by the city's legal office */
const AUTHORITIES: Readonly<Record<Exclude<Elsewhere, 'neighbour'>, (province: string) => Text>> = {
  sea: (province) => ({
    id: `Dinas Kelautan dan Perikanan Provinsi ${province}`,
    en: `Marine and Fisheries Office of ${province} province`,
  }),
  coast: (province) => ({
    id: `Dinas Kelautan dan Perikanan Provinsi ${province}, bersama kota`,
    en: `Marine and Fisheries Office of ${province} province, together with the city`,
  }),
  forest: (province) => ({
    id: `Dinas Kehutanan Provinsi ${province} (Kesatuan Pengelolaan Hutan)`,
    en: `Forestry Office of ${province} province (forest management unit)`,
  }),
  nationalRoad: () => ({
    id: 'Balai jalan nasional, Kementerian Pekerjaan Umum',
    en: 'National roads agency, Ministry of Public Works',
  }),
  provincialRoad: (province) => ({
    id: `Dinas Pekerjaan Umum Provinsi ${province}`,
    en: `Public Works Office of ${province} province`,
  }),
  tollRoad: () => ({ id: 'Badan Pengatur Jalan Tol', en: 'Toll Road Regulatory Agency' }),
};

/** Forest of the state, not a city's park: a hutan kota is the city's own. */
const FOREST = /\bhutan\b(?!\s+kota)/i;
const SHORE = /mangrove|bakau|perairan|pesisir/i;
const SEA = /^laut\b/i;

/** For whom the place of an answer is. What no layer in force says is not guessed. */
export function guessJurisdiction(
  answer: Answer,
  province: string,
  category: CategoryCode | null,
): Jurisdiction {
  const elsewhere = (why: Elsewhere, evidence: string | null): Jurisdiction => ({
    whose: 'elsewhere',
    why,
    evidence,
    authority: why === 'neighbour' ? null : AUTHORITIES[why](province),
  });
  const unknown: Jurisdiction = { whose: 'unknown', why: null, evidence: null, authority: null };
  if (answer.coverage === 'unknown') return unknown;
  if (answer.coverage === 'outsideCity') {
    const { neighbour } = answer;
    if (neighbour === null) return unknown;
    if (SEA.test(neighbour)) return elsewhere('sea', neighbour);
    const authority: Text = { id: `Pemerintah ${neighbour}`, en: `Government of ${neighbour}` };
    return { ...elsewhere('neighbour', neighbour), authority };
  }
  const road = roadBelow(answer);
  if (road !== null) return elsewhere(road.why, road.evidence);
  const names = [
    ...answer.parts.flatMap(({ zone }) => [zone.zoneName ?? '', zone.subzoneName ?? '']),
    ...answer.rtrw.map(({ className }) => className),
  ].filter((name) => name !== '');
  const forest = names.find((name) => FOREST.test(name));
  if (forest !== undefined) return elsewhere('forest', forest);
  if (category === 'pesisir') {
    const shore = names.find((name) => SHORE.test(name));
    const setback = answer.themes.concerned.find(({ code }) => code === 'sempadan-pantai');
    if (shore !== undefined || setback !== undefined)
      return elsewhere('coast', shore ?? setback?.title ?? null);
  }
  return names.length === 0 ? unknown : { whose: 'city', why: null, evidence: null, authority: null };
}

/** The road whose reserve the place lies in, where its class says whose it is; a width that is not known says nothing. */
function roadBelow({ roads }: Answer): { why: Elsewhere; evidence: string } | null {
  for (const { roadClass, name, distanceM, rowWidthM } of roads) {
    const why = keeperOf(roadClass);
    if (why === null || rowWidthM === null || distanceM > rowWidthM / 2) continue;
    return { why, evidence: [name, roadClass].filter((part) => part !== null).join(', ') };
  }
  return null;
}

/** Arteri primer is national by law; kolektor primer can be of either, so nothing is said. */
function keeperOf(roadClass: string): 'tollRoad' | 'nationalRoad' | 'provincialRoad' | null {
  if (/\btol\b/i.test(roadClass)) return 'tollRoad';
  if (/\bnasional\b|\barteri primer\b/i.test(roadClass)) return 'nationalRoad';
  return /\bprovinsi\b/i.test(roadClass) ? 'provincialRoad' : null;
}
