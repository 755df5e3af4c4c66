import * as z from 'zod/mini';

const day = z.iso.date();

/** One version of a layer that decided about the place from a day on; `versionId` null: the layer was withdrawn. */
export const historyEventSchema = z.object({
  /** First day in law. */
  from: day,
  /** First day on which something else holds; null = still in force. */
  until: z.nullable(day),
  layerId: z.string(),
  kind: z.enum(['zones', 'rtrw', 'overlay', 'rules']),
  theme: z.nullable(z.string()),
  title: z.string(),
  versionId: z.nullable(z.string()),
  decree: z.string(),
  decreeOn: z.nullable(day),
  note: z.nullable(z.string()),
  /** When it was entered in the register. */
  recordedAt: z.string(),
  /** Zones, RTRW and overlays: whether something of it lies at the place. Rules hold everywhere: null. */
  isHere: z.nullable(z.boolean()),
  isDemo: z.boolean(),
});
export type HistoryEvent = z.infer<typeof historyEventSchema>;

/** What was in force at a place over time, the earliest first. */
export const historySchema = z.object({
  schema: z.literal('history/1'),
  cityId: z.string(),
  point: z.tuple([z.number(), z.number()]),
  events: z.array(historyEventSchema),
  /** Days on which something changed, the earliest first: what may be asked and compared. */
  days: z.array(day),
  isDemo: z.boolean(),
});
export type History = z.infer<typeof historySchema>;

const says = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const basis = z.nullable(
  z.object({
    regulationTitle: z.string(),
    numberText: z.nullable(z.string()),
    article: z.string(),
    url: z.nullable(z.string()),
    isDemo: z.boolean(),
  }),
);
const side = z.nullable(z.object({ says, basis }));

export const changeSchema = z.object({
  change: z.enum(['added', 'removed', 'changed', 'citation']),
  key: z.string(),
  subject: z.object({
    kind: z.enum([
      'zone',
      'share',
      'figure',
      'cap',
      'setback',
      'activity',
      'condition',
      'note',
      'theme',
      'overlay',
      'effect',
      'rtrw',
    ]),
    part: z.nullable(z.string()),
    code: z.string(),
    name: z.nullable(z.string()),
  }),
  before: side,
  after: side,
});

/** What the answers for one place on two days say differently. */
export const placeComparisonSchema = z.object({
  schema: z.literal('compare/1'),
  cityId: z.string(),
  point: z.tuple([z.number(), z.number()]),
  from: day,
  to: day,
  changes: z.array(changeSchema),
  /** Statements that are the same on both days, source included. */
  sameCount: z.number(),
  /** False when a source failed on either day: then a difference may be missing. */
  isComplete: z.boolean(),
  isDemo: z.boolean(),
});
export type PlaceComparison = z.infer<typeof placeComparisonSchema>;

/** The two days to compare when none is asked: since the last change that holds today, and the one before; null with one. */
export function lastChange(
  days: readonly string[],
  today: string,
): { readonly from: string; readonly to: string } | null {
  const past = days.filter((one) => one <= today);
  const [from, to] = [past.at(-2), past.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}
