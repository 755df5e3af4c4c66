import * as z from 'zod/mini';
import type { Answer } from '../zoning/answer.ts';

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(4_000));
const position = z.tuple([z.number(), z.number()]);

export const OUTCOMES = ['disetujuiSeluruhnya', 'disetujuiSebagian', 'tidakSesuai'] as const;

/** What people add to the machine's answer. A number that is overridden keeps the one of the machine beside it. */
export const sheetSchema = z.strictObject({
  outcome: z.nullable(z.enum(OUTCOMES)),
  /** The ground that is approved, longitude first; null: all of it, or none. */
  approved: z.nullable(
    z.strictObject({
      coordinates: z.array(z.array(z.array(position).check(z.minLength(4)))).check(z.minLength(1)),
      areaM2: z.number().check(z.positive()),
    }),
  ),
  /** Questions that the machine left open, answered by a person, each by its name. */
  resolutions: z
    .array(z.strictObject({ blocker: z.string().check(z.maxLength(100)), finding: text }))
    .check(z.maxLength(100)),
  overrides: z
    .array(
      z.strictObject({
        /** The row of the document, such as `kdb` of part 1: `1.kdb`. */
        field: z.string().check(z.regex(/^\d{1,3}\.[a-zA-Z]{1,40}$/)),
        original: z.nullable(z.number()),
        value: z.number(),
        unit: z.string().check(z.maxLength(20)),
        reason: text,
      }),
    )
    .check(z.maxLength(100)),
  /** The measured plot differs from the one that was applied for: what was decided about it. */
  groundDiffers: z.nullable(z.strictObject({ differenceM2: z.nullable(z.number()), decision: text })),
  notes: z.nullable(z.string().check(z.maxLength(10_000))),
});
export type Sheet = z.infer<typeof sheetSchema>;
export const EMPTY_SHEET: Sheet = {
  outcome: null,
  approved: null,
  resolutions: [],
  overrides: [],
  groundDiffers: null,
  notes: null,
};

/** Something that the machine could not say: it blocks the document until a person resolves it by this name. */
export interface Blocker {
  readonly name: string;
  readonly kind: 'themeWithoutData' | 'sourceFailed' | 'planMissing' | 'rulesMissing' | 'partlyOutside';
  /** Title of the theme, or code of the zone. */
  readonly about: string;
}

/** Everything that an answer leaves open. Missing data is never a yes: each is answered by a person or blocks. */
export function blockersOf(answer: Answer): Blocker[] {
  const blockers: Blocker[] = answer.themes.noData.map((theme) => ({
    name: `tema:${theme.code}`,
    kind: theme.reason === 'sourceFailed' ? 'sourceFailed' : 'themeWithoutData',
    about: theme.title,
  }));
  if (answer.plan !== 'found') blockers.push({ name: 'rencana', kind: 'planMissing', about: answer.plan });
  if (answer.coverage !== 'inside')
    blockers.push({ name: 'batas-kota', kind: 'partlyOutside', about: answer.coverage });
  if (!answer.isComplete) blockers.push({ name: 'sumber', kind: 'sourceFailed', about: answer.plan });
  for (const [index, part] of answer.parts.entries())
    if (part.warnings.includes('noRules') || part.warnings.includes('unknownZoneCode'))
      blockers.push({ name: `bagian:${index + 1}`, kind: 'rulesMissing', about: part.zone.code });
  return blockers;
}

/** Blockers that nobody has resolved. A failed source is asked again, never argued away. */
export const openBlockers = (answer: Answer, sheet: Sheet): Blocker[] => {
  const resolved = new Set(sheet.resolutions.map((one) => one.blocker));
  return blockersOf(answer).filter((one) => one.kind === 'sourceFailed' || !resolved.has(one.name));
};

/** Why a sheet is not finished; empty when it is. */
export function sheetFaults(answer: Answer, sheet: Sheet): ('outcome' | 'approved' | 'blockers')[] {
  const faults: ('outcome' | 'approved' | 'blockers')[] = [];
  if (sheet.outcome === null) faults.push('outcome');
  if (sheet.outcome === 'disetujuiSebagian' && sheet.approved === null) faults.push('approved');
  if (openBlockers(answer, sheet).length > 0) faults.push('blockers');
  return faults;
}
