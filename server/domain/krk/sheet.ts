import * as z from 'zod/mini';
import type { Answer } from '../zoning/answer.ts';
import { overridableNumbers } from './overridable.ts';
import { nameOfUse, troubledParts, type UseVerdict } from './use-verdicts.ts';

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(4_000));
const position = z.tuple([z.number(), z.number()]);

export const OUTCOMES = ['disetujuiSeluruhnya', 'disetujuiSebagian', 'tidakSesuai'] as const;

const polygons = z
  .array(z.array(z.array(position).check(z.minLength(4))))
  .check(z.minLength(1), z.maxLength(200));
const line = z.nullable(z.string().check(z.trim(), z.maxLength(300)));

/** The row of the document, such as `kdb` of part 1: `1.kdb`. */
const field = z.string().check(z.regex(/^\d{1,3}\.[a-z_]{1,20}(-\d{1,2})?$/));
const blocker = z.string().check(z.maxLength(1_000));

/** What borders on the ground, as somebody saw it. */
export const NEIGHBOUR_SIDES = ['north', 'east', 'south', 'west'] as const;
const neighbours = z.nullable(z.strictObject({ north: line, east: line, south: line, west: line }));

/** Ids of the matrix, each once; earlier sheets lack them. */
const activities = z._default(
  z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.maxLength(20)),
  [],
);

/** What people add to the machine's answer. A number that is overridden keeps the one of the machine beside it. */
export const sheetSchema = z.strictObject({
  outcome: z.nullable(z.enum(OUTCOMES)),
  /** The ground that is approved, longitude first; null: all of it, or none. */
  approved: z.nullable(
    z.strictObject({
      coordinates: polygons,
      /** Geodesic. */
      areaM2: z.number().check(z.positive()),
      /** Parts of the answer that it was put together from, from 1; empty for a drawing. */
      parts: z._default(z.array(z.int()), []),
    }),
  ),
  /** The activities of the matrix that the plan in words was taken for; the verdict on each is the machine's. */
  activities,
  /** Questions that the machine left open, answered by a person, each by its name. */
  resolutions: z
    .array(
      z.strictObject({
        blocker,
        finding: text,
        /** Account of whoever found it, and the day. Earlier sheets lack both. */
        by: z._default(z.nullable(z.string()), null),
        on: z._default(z.nullable(z.iso.date()), null),
      }),
    )
    .check(z.maxLength(100)),
  overrides: z
    .array(
      z.strictObject({
        field,
        original: z.nullable(z.number()),
        value: z.number(),
        unit: z.string().check(z.maxLength(20)),
        reason: text,
      }),
    )
    .check(z.maxLength(100)),
  /** The plot was measured: by how much it differs from the one that was applied for, and which of the two is taken. */
  groundDiffers: z.nullable(z.strictObject({ differenceM2: z.nullable(z.number()), decision: text })),
  neighbours: z._default(neighbours, null),
  notes: z.nullable(z.string().check(z.maxLength(10_000))),
});
export type Sheet = z.infer<typeof sheetSchema>;

/**
 * A sheet as somebody writes it: what the machine says itself (its own number, its unit, an area) and what was decided on site
 * is never taken from them.
 */
export const sheetEntrySchema = z.strictObject({
  outcome: sheetSchema.shape.outcome,
  approved: z.nullable(
    z.union([
      z.strictObject({ parts: z.array(z.int().check(z.gte(1))).check(z.minLength(1), z.maxLength(100)) }),
      z.strictObject({ coordinates: polygons }),
    ]),
  ),
  activities,
  resolutions: z.array(z.strictObject({ blocker, finding: text })).check(z.maxLength(100)),
  overrides: z
    .array(z.strictObject({ field, value: z.number().check(z.gte(0), z.lte(1_000_000)), reason: text }))
    .check(z.maxLength(100)),
  neighbours,
  notes: sheetSchema.shape.notes,
});
export type SheetEntry = z.infer<typeof sheetEntrySchema>;

/** Nobody has written anything. */
export const EMPTY_ENTRY = {
  outcome: null,
  approved: null,
  activities: [],
  resolutions: [],
  overrides: [],
  neighbours: null,
  notes: null,
} satisfies SheetEntry;
export const EMPTY_SHEET: Sheet = { ...EMPTY_ENTRY, groundDiffers: null };

/** Something that the machine could not say: it blocks the document until a person resolves it by this name. */
export interface Blocker {
  readonly name: string;
  readonly kind:
    | 'themeWithoutData'
    | 'sourceFailed'
    | 'planMissing'
    | 'rulesMissing'
    | 'partlyOutside'
    | 'useForbidden'
    | 'useUnknown';
  /** Title of the theme, code of the zone, or the use that is applied for. */
  readonly about: string;
  /** Parts of the ground, from 1; empty where it is all of it. */
  readonly parts: number[];
}

/**
 * Everything that an answer leaves open. Missing data is never a yes, and what the matrix forbids is not approved in passing:
 * each is answered by a person or blocks.
 */
export function blockersOf(answer: Answer, uses: readonly UseVerdict[]): Blocker[] {
  const parts: number[] = [];
  const blockers: Blocker[] = answer.themes.noData.map((theme) => ({
    name: `tema:${theme.code}`,
    kind: theme.reason === 'sourceFailed' ? 'sourceFailed' : 'themeWithoutData',
    about: theme.title,
    parts,
  }));
  if (answer.plan !== 'found')
    blockers.push({ name: 'rencana', kind: 'planMissing', about: answer.plan, parts });
  if (answer.coverage !== 'inside')
    blockers.push({ name: 'batas-kota', kind: 'partlyOutside', about: answer.coverage, parts });
  if (!answer.isComplete) blockers.push({ name: 'sumber', kind: 'sourceFailed', about: answer.plan, parts });
  for (const [index, part] of answer.parts.entries())
    if (part.warnings.includes('noRules') || part.warnings.includes('unknownZoneCode'))
      blockers.push({
        name: `bagian:${index + 1}`,
        kind: 'rulesMissing',
        about: part.zone.code,
        parts: [index + 1],
      });
  return [...blockers, ...uses.flatMap(blockersOfUse)];
}

function blockersOfUse(use: UseVerdict): Blocker[] {
  const { X, unknown } = troubledParts(use);
  const about = nameOfUse(use);
  // The parts are in the name: an answer for one of them is none for another.
  const blocker = (kind: Blocker['kind'], parts: number[], word: string): Blocker[] =>
    parts.length === 0
      ? []
      : [{ name: `kegiatan:${use.code}:${word}:${parts.join('.')}`, kind, about, parts }];
  return [...blocker('useForbidden', X, 'X'), ...blocker('useUnknown', unknown, 'kosong')];
}

/** Whether a decision leaves a question at all: what is forbidden where nothing is approved is refused with it. */
export function isAsked(
  { kind, parts }: Blocker,
  { outcome, approved }: Pick<Sheet, 'outcome' | 'approved'>,
): boolean {
  if (kind !== 'useForbidden' && kind !== 'useUnknown') return true;
  if (outcome === 'tidakSesuai') return false;
  if (outcome !== 'disetujuiSebagian' || approved === null || approved.parts.length === 0) return true;
  return parts.some((part) => approved.parts.includes(part));
}

/** Blockers that nobody has resolved. A failed source is asked again, never argued away. */
export const openBlockers = (answer: Answer, sheet: Sheet, uses: readonly UseVerdict[]): Blocker[] => {
  const resolved = new Set(sheet.resolutions.map((one) => one.blocker));
  return blockersOf(answer, uses).filter(
    (one) => one.kind === 'sourceFailed' || (isAsked(one, sheet) && !resolved.has(one.name)),
  );
};

/** Overrides whose number the machine no longer says: what they were written against has changed. */
export function staleOverrides(answer: Answer, { overrides }: Pick<Sheet, 'overrides'>): string[] {
  const numbers = new Map(overridableNumbers(answer).map((one) => [one.field, one.original]));
  return overrides
    .filter(({ field: name, original }) => !numbers.has(name) || numbers.get(name) !== original)
    .map(({ field: name }) => name);
}

export type SheetFault = 'outcome' | 'approved' | 'blockers' | 'overrides';

/** Why a sheet is not finished; empty when it is. */
export function sheetFaults(answer: Answer, sheet: Sheet, uses: readonly UseVerdict[]): SheetFault[] {
  const faults: SheetFault[] = [];
  if (sheet.outcome === null) faults.push('outcome');
  if (sheet.outcome === 'disetujuiSebagian' && sheet.approved === null) faults.push('approved');
  if (openBlockers(answer, sheet, uses).length > 0) faults.push('blockers');
  if (staleOverrides(answer, sheet).length > 0) faults.push('overrides');
  return faults;
}
