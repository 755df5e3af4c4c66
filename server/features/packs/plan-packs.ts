import { createHash } from 'node:crypto';
import { calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import type { PackPlan } from './make-pack.ts';
import {
  type Box,
  kelurahanInForce,
  nextChange,
  ruleChanges,
  type VersionInForce,
  versionsForPack,
} from './queries.ts';

/** Raised when what a pack holds changes for the same register: then its state, and its address, are others. */
const PACK_REVISION = 2;
/** Degrees around a kelurahan, some 170 m: farther than any distance that an answer at a point names. */
const MARGIN = 0.0015;
const WORLD: Box = [-180, -90, 180, 90];

type PlanDeps = Pick<Deps, 'sql' | 'clock' | 'city'>;

/** Versions of every kind, and the days for which they are in force together. */
export interface RegisterOfDay {
  readonly inForce: readonly VersionInForce[];
  readonly inForceFrom: string;
  /** First day on which something else will be; null = none known. */
  readonly validUntil: string | null;
  /**
   * Days between which no rule of these versions begins or ends (null = none known): an answer of an earlier day may say
   * something else, without any publication. A pack decides by the day it is asked on and needs neither.
   */
  readonly rulesFrom: string | null;
  readonly rulesUntil: string | null;
}

const newest = (values: readonly string[]): string => [...values].sort().at(-1) ?? '';

/** What is in force today. */
export async function registerToday({ sql, clock, city }: PlanDeps): Promise<RegisterOfDay> {
  const today = calendarDay(clock.now(), city.timeZone);
  const [inForce, validUntil] = await Promise.all([versionsForPack(sql, today), nextChange(sql, today)]);
  const rules = inForce.filter(({ fact }) => fact.kind === 'rules').map(({ fact }) => fact.version_id);
  const { last, next } = await ruleChanges(sql, rules, today);
  const inForceFrom = newest(inForce.map(({ fact }) => fact.valid_from)) || today;
  return { inForce, validUntil, inForceFrom, rulesFrom: last, rulesUntil: next };
}

/** The packs of the day: the city, then each kelurahan. None while nothing is in force. */
export async function planPacks(
  { sql, clock, city }: PlanDeps,
  { inForce, inForceFrom, validUntil }: RegisterOfDay,
): Promise<PackPlan[]> {
  if (inForce.length === 0) return [];
  const kelurahan = await kelurahanInForce(sql, calendarDay(clock.now(), city.timeZone));
  const versions = inForce.map(({ fact }) => fact);
  const base = {
    schema: 'pack/1' as const,
    cityId: city.id,
    inForceFrom,
    validUntil,
    recordedAt: newest(inForce.map((version) => version.recordedAt)),
    isDemo: versions.some((version) => version.is_demo),
    versions,
  };
  const stateOf = (packId: string): string =>
    createHash('sha256')
      .update(JSON.stringify([PACK_REVISION, packId, city, base]))
      .digest('hex')
      .slice(0, 16);
  const describe = (packId: string) => ({ ...base, packId, state: stateOf(packId) });
  const [west, south, east, north] = city.bbox;
  return [
    {
      ...describe('kota'),
      kind: 'city' as const,
      title: city.name,
      bbox: [west, south, east, north],
      box: WORLD,
      onlyIn: null,
    },
    ...kelurahan.map(({ name, code, box }) => ({
      ...describe(`kelurahan-${idOf(code ?? name)}`),
      kind: 'kelurahan' as const,
      title: name,
      bbox: [...box] as [number, number, number, number],
      box: [box[0] - MARGIN, box[1] - MARGIN, box[2] + MARGIN, box[3] + MARGIN] as const,
      onlyIn: name,
    })),
  ];
}

/** Letters, digits and dots of a code or name, in small letters. */
const idOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
