import * as z from 'zod/mini';
import { lngLatSchema } from '../geo/lng-lat.ts';

const line = (most: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(most), z.regex(/^[^\p{Cc}]*$/u));
const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
/** Radius in metres within which the true place lies, as whoever measured it knows it; null: not known. */
const accuracyM = z.nullable(z.number().check(z.positive(), z.lte(10_000)));
const moment = z.iso.datetime({ offset: true });

/** How a place was measured: by the receiver of the telephone, typed from another instrument, or out of a file. */
export const METHODS = ['gps', 'typed', 'file'] as const;
/** What is looked at on a round; a subject names those that it needs. */
export const TASKS = [
  'corners',
  'photos',
  'presentUse',
  'road',
  'neighbours',
  'offset',
  'buildingSize',
  'permitBoard',
] as const;
export type Task = (typeof TASKS)[number];
/** Corners that a measured outline may have, and places of one track. */
export const MOST_CORNERS = 500;
export const MOST_TRACK_POINTS = 5_000;

const pointSchema = z.strictObject({
  kind: z.literal('point'),
  at: lngLatSchema,
  accuracyM,
  method: z.enum(METHODS),
  /** Readings that the place is the mean of; null where it was not averaged. */
  readings: z.nullable(z.int().check(z.positive(), z.lte(100_000))),
  label: z.nullable(line(80)),
});
const trackSchema = z.strictObject({
  kind: z.literal('track'),
  line: z.array(lngLatSchema).check(z.minLength(2), z.maxLength(MOST_TRACK_POINTS)),
  label: z.nullable(line(80)),
});
/** Where and when a photo was taken stands here, given on purpose: the picture itself carries neither. */
const photoSchema = z.strictObject({
  kind: z.literal('photo'),
  caption: z.nullable(line(300)),
  at: z.nullable(lngLatSchema),
  accuracyM,
  /** Degrees clockwise from north in which the camera looked. */
  bearing: z.nullable(z.number().check(z.gte(0), z.lt(360))),
  takenAt: z.nullable(moment),
});
const noteSchema = z.strictObject({ kind: z.literal('note'), text: text(4_000) });
const outlineSchema = z.strictObject({
  kind: z.literal('outline'),
  /** In their order around the ground, the first one not repeated. */
  corners: z.array(lngLatSchema).check(z.minLength(3), z.maxLength(MOST_CORNERS)),
  /** Of the least certain corner. */
  accuracyM,
});
const taskSchema = z.strictObject({
  kind: z.literal('task'),
  task: z.enum(TASKS),
  outcome: z.enum(['done', 'notPossible']),
  note: z.nullable(line(500)),
});
/** What is measured with a tape or another instrument; a count of floors is a measure, too. */
export const MEASURES = ['offset', 'height', 'width', 'length', 'floors', 'area'] as const;
export type Measure = (typeof MEASURES)[number];
const measurementSchema = z.strictObject({
  kind: z.literal('measurement'),
  what: z.enum(MEASURES),
  /** Metres, square metres of an area, a number of floors. */
  value: z.number().check(z.gte(0), z.lte(1_000_000)),
  /** Between what and what. */
  label: z.nullable(line(200)),
});
/** Takes an item back: it stays, and is no longer counted. */
const withdrawalSchema = z.strictObject({
  kind: z.literal('withdrawal'),
  itemId: z.uuid(),
  reason: line(500),
});

/** What somebody brings home from a round. Items are added, never changed: two devices cannot undo each other. */
export const itemContentSchema = z.discriminatedUnion('kind', [
  pointSchema,
  trackSchema,
  photoSchema,
  noteSchema,
  outlineSchema,
  taskSchema,
  measurementSchema,
  withdrawalSchema,
]);
export type ItemContent = z.infer<typeof itemContentSchema>;
export type PointContent = z.infer<typeof pointSchema>;
export type PhotoContent = z.infer<typeof photoSchema>;
export type OutlineContent = z.infer<typeof outlineSchema>;

/** An item as a device sends it; its id stands in the address and was made by the device. */
export const sentItemSchema = z.strictObject({
  schema: z.literal('field-item/1'),
  /** By the clock of the device, which nothing depends on. */
  recordedAt: moment,
  content: itemContentSchema,
});
export type SentItem = z.infer<typeof sentItemSchema>;

interface Kept {
  readonly itemId: string;
  readonly content: ItemContent;
}

/** Items that nobody has taken back, in their order. */
export function standing<T extends Kept>(items: readonly T[]): T[] {
  const withdrawn = new Set(
    items.flatMap(({ content }) => (content.kind === 'withdrawal' ? [content.itemId] : [])),
  );
  return items.filter(({ itemId, content }) => content.kind !== 'withdrawal' && !withdrawn.has(itemId));
}

/** The newest of a kind that stands. */
export function newestOf<K extends ItemContent['kind']>(
  items: readonly Kept[],
  kind: K,
): (Kept & { readonly content: Extract<ItemContent, { kind: K }> }) | undefined {
  const isOfKind = (item: Kept): item is Kept & { readonly content: Extract<ItemContent, { kind: K }> } =>
    item.content.kind === kind;
  return standing(items).filter(isOfKind).at(-1);
}
