import type { Ground, GroundShare } from './ground.ts';
import type { Itbx, Verdict } from './itbx.ts';
import type { CountedGround, OutcomeArea, WhereAllowed } from './where-allowed.ts';

const ORDER: readonly Itbx[] = ['I', 'T', 'B', 'X', 'unknown'];

/** A piece of ground with its verdict, and the themes whose missing data leaves it open. */
export interface DecidedShare {
  readonly share: GroundShare;
  readonly verdict: Verdict;
  readonly open: ReadonlySet<string>;
}

/** Area per outcome, always all five. */
export function outcomesOf(decided: readonly DecidedShare[], ofM2: number | null): OutcomeArea[] {
  return ORDER.map((itbx) => {
    const areaM2 = decided
      .filter((one) => one.verdict.governing === itbx)
      .reduce((total, one) => total + one.share.areaM2, 0);
    return { itbx, areaM2, sharePct: ofM2 === null || ofM2 === 0 ? null : (areaM2 / ofM2) * 100 };
  });
}

/** Null as soon as one of them is not known. */
const sumOf = (values: readonly (number | null)[]): number | null =>
  values.length === 0 || values.includes(null)
    ? null
    : values.reduce<number>((total, value) => total + (value ?? 0), 0);

function addUp(decided: readonly DecidedShare[], areaM2: number | null, zonedM2: number): CountedGround {
  const claimedM2 = decided.reduce((total, one) => total + one.share.areaM2, 0);
  const noPlanM2 = areaM2 === null ? null : Math.max(0, areaM2 - zonedM2);
  return {
    areaM2,
    outcomes: outcomesOf(decided, areaM2),
    noPlanM2,
    noPlanPct: noPlanM2 === null || areaM2 === null || areaM2 === 0 ? null : (noPlanM2 / areaM2) * 100,
    overlapM2: areaM2 === null ? null : Math.max(0, claimedM2 - zonedM2),
  };
}

/** The whole city: the sum of its kelurahan. */
export const countCity = ({ areas }: Ground, decided: readonly DecidedShare[]): CountedGround =>
  addUp(
    decided,
    sumOf(areas.map((area) => area.areaM2)),
    areas.reduce((total, area) => total + area.zonedM2, 0),
  );

/** What lies in each kelurahan, by name. */
export function countKelurahan(ground: Ground, decided: readonly DecidedShare[]): WhereAllowed['kelurahan'] {
  return ground.areas
    .flatMap(({ areaNo, code, name, kecamatan, lon, lat, areaM2, zonedM2 }) => {
      if (name === null || lon === null || lat === null) return [];
      const here = decided.filter((one) => one.share.areaNo === areaNo);
      return [
        { code, name, kecamatan, point: [lon, lat] as [number, number], ...addUp(here, areaM2, zonedM2) },
      ];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}
