import type { Language } from '#domain/language';
import type { Itbx } from '#domain/zoning/itbx';
import type { CountedGround, WhereAllowed } from '#domain/zoning/where-allowed';
import { formatHectares, formatNumber } from '../../lib/format.ts';

/** Outcomes under which an activity is possible at all. */
const POSSIBLE: readonly Itbx[] = ['I', 'T', 'B'];

/** Ground on which the activity is possible, with or without conditions, m². */
export const possibleM2 = ({ outcomes }: CountedGround): number =>
  outcomes
    .filter(({ itbx }) => POSSIBLE.includes(itbx))
    .reduce((total, outcome) => total + outcome.areaM2, 0);

/** The same as a share of the land, 0–100; null where the land is not known. */
export const possiblePct = (ground: CountedGround): number | null =>
  ground.areaM2 === null || ground.areaM2 === 0 ? null : (possibleM2(ground) / ground.areaM2) * 100;

/** `12,3 %`; what is there but less than a tenth of a percent is not called zero. */
export function shareInWords(pct: number | null, language: Language): string {
  if (pct === null) return '–';
  if (pct > 0 && pct < 0.1) return `< ${formatNumber(0.1, language, 1)} %`;
  return `${formatNumber(pct, language, 1)} %`;
}

/** Less than a tenth of a hectare is not called zero either. */
export const hectaresInWords = (m2: number, language: Language): string =>
  m2 > 0 && m2 < 500 ? `< ${formatHectares(1_000, language)}` : formatHectares(m2, language);

export type KelurahanRow = WhereAllowed['kelurahan'][number];

/** Most of the possible ground first, by share; equal shares by name. */
export const byShare = (rows: readonly KelurahanRow[]): KelurahanRow[] =>
  [...rows].sort((a, b) => (possiblePct(b) ?? 0) - (possiblePct(a) ?? 0) || a.name.localeCompare(b.name));

/** The conditions that verdicts of the zones and overlays name, each once. */
export function conditionsNamed(answer: WhereAllowed): { code: string; body: string; sourceId: string }[] {
  const all = [...answer.zones.flatMap((row) => row.verdict.conditions), ...answer.overlayConditions];
  const keyOf = ({ code, sourceId }: (typeof all)[number]) => `${code} ${sourceId}`;
  return [...new Map(all.map((condition) => [keyOf(condition), condition])).values()].sort((a, b) =>
    keyOf(a).localeCompare(keyOf(b)),
  );
}

export const byName = (rows: readonly KelurahanRow[]): KelurahanRow[] =>
  [...rows].sort((a, b) => a.name.localeCompare(b.name, 'id'));
