import * as z from 'zod/mini';
import type { Text } from '../language.ts';
import { dayInWords } from './day-in-words.ts';

/**
 * What a publication means beside what it publishes. `fromInPast`: answers of days gone by change. `laterPublication`:
 * from a later day on something else holds already. `fromInFuture`: nothing changes before its day. `alreadyInForce`: this
 * layer of the release is in force with this very content. `beforeDecree`: it would hold before the day of its decree.
 * `featuresLeftOut`: features too small for a crowded tile.
 */
export const CONSEQUENCE_CODES = [
  'fromInPast',
  'laterPublication',
  'fromInFuture',
  'alreadyInForce',
  'beforeDecree',
  'featuresLeftOut',
] as const;
export type ConsequenceCode = (typeof CONSEQUENCE_CODES)[number];

export const consequenceSchema = z.object({
  code: z.enum(CONSEQUENCE_CODES),
  /** Null: it concerns the release as a whole. */
  layerId: z.nullable(z.string()),
  text: z.object({ id: z.string(), en: z.string() }),
});
export type Consequence = z.infer<typeof consequenceSchema>;

/** `GET /api/v1/staff/releases/:id/consequences?on`: what an approval for that day would mean, before it is given. */
export const consequenceListSchema = z.object({
  on: z.string(),
  /** Why it cannot be approved for that day; null when it can. */
  refusal: z.nullable(z.object({ code: z.string(), text: z.object({ id: z.string(), en: z.string() }) })),
  consequences: z.array(consequenceSchema),
  /** Ground that would be lost, in whole hectares: the approval repeats the number; null: less than must be confirmed. */
  hectaresToConfirm: z.nullable(z.int()),
  /** Codes that the approval must acknowledge. */
  toAcknowledge: z.array(z.enum(CONSEQUENCE_CODES)),
  /** Stands for all of this; the approval sends it back. */
  seen: z.string(),
});
export type ConsequenceList = z.infer<typeof consequenceListSchema>;

/** Taken knowingly or not at all: both change what the public has been told, or keep today as it is. */
const TAKEN_KNOWINGLY: ReadonlySet<ConsequenceCode> = new Set([
  'fromInPast',
  'laterPublication',
  'beforeDecree',
]);

/** Codes among these that an approval must name. */
export const toAcknowledge = (consequences: readonly Pick<Consequence, 'code'>[]): ConsequenceCode[] =>
  CONSEQUENCE_CODES.filter(
    (code) => TAKEN_KNOWINGLY.has(code) && consequences.some((one) => one.code === code),
  );

/** One layer of a release, as it stands in the register. */
export interface WeighedLayer {
  readonly layerId: string;
  readonly title: string;
  /** This very content, for the same readers, is in force on the first day. */
  readonly isInForce: boolean;
  /** First day after the first day on which something else was put in force, YYYY-MM-DD; null when there is none. */
  readonly nextDay: string | null;
}

/**
 * What putting these layers in force from a day means.
 * @param validFrom first day in force, YYYY-MM-DD
 * @param today YYYY-MM-DD in the city
 * @param decreeOn day of the decree, where it is known
 */
export function weighDay(
  layers: readonly WeighedLayer[],
  validFrom: string,
  today: string,
  decreeOn: string | null = null,
): Consequence[] {
  const changed = layers.filter((layer) => !layer.isInForce);
  const later = changed.flatMap(({ layerId, title, nextDay }): Consequence[] =>
    nextDay === null
      ? []
      : [{ code: 'laterPublication', layerId, text: laterText(title, validFrom, nextDay, today) }],
  );
  const skipped = layers
    .filter((layer) => layer.isInForce)
    .map(
      ({ layerId, title }): Consequence => ({
        code: 'alreadyInForce',
        layerId,
        text: {
          id: `“${title}” sudah berlaku dengan isi ini dan tidak diterbitkan lagi.`,
          en: `“${title}” is in force with this content already and is not published again.`,
        },
      }),
    );
  return [...daysText(validFrom, today), ...decreeText(validFrom, decreeOn), ...later, ...skipped];
}

function decreeText(validFrom: string, decreeOn: string | null): Consequence[] {
  if (decreeOn === null || validFrom >= decreeOn) return [];
  return [
    {
      code: 'beforeDecree',
      layerId: null,
      text: {
        id: `Berlaku sejak ${dayInWords(validFrom, 'id')}, sebelum tanggal ketetapannya (${dayInWords(decreeOn, 'id')}).`,
        en: `In force from ${dayInWords(validFrom, 'en')}, before the date of its decree (${dayInWords(decreeOn, 'en')}).`,
      },
    },
  ];
}

function daysText(validFrom: string, today: string): Consequence[] {
  if (validFrom === today) return [];
  if (validFrom > today)
    return [
      {
        code: 'fromInFuture',
        layerId: null,
        text: {
          id: `Baru berlaku mulai ${dayInWords(validFrom, 'id')}. Sampai hari itu warga tetap melihat yang lama.`,
          en: `In force from ${dayInWords(validFrom, 'en')} only. Until that day citizens go on seeing what holds now.`,
        },
      },
    ];
  return [
    {
      code: 'fromInPast',
      layerId: null,
      text: {
        id: `Berlaku surut: jawaban untuk hari-hari sejak ${dayInWords(validFrom, 'id')}, yang mungkin sudah dipakai orang, ikut berubah.`,
        en: `Backdated: answers for the days since ${dayInWords(validFrom, 'en')}, which people may have relied on, change too.`,
      },
    },
  ];
}

function laterText(title: string, validFrom: string, nextDay: string, today: string): Text {
  const [id, en] = [dayInWords(nextDay, 'id'), dayInWords(nextDay, 'en')];
  const isOver = nextDay <= today;
  return {
    id: `“${title}”: sejak ${id} sudah ada terbitan lain, jadi rilis ini hanya menjawab untuk ${dayInWords(validFrom, 'id')} sampai sehari sebelumnya.${isOver ? ' Jawaban hari ini tidak berubah.' : ''}`,
    en: `“${title}”: from ${en} on something else was published already, so this release answers only from ${dayInWords(validFrom, 'en')} to the day before.${isOver ? ' Today’s answer does not change.' : ''}`,
  };
}

/** Features that a crowded tile does not show, of one layer. */
export const leftOut = (layerId: string, title: string, count: number): Consequence => ({
  code: 'featuresLeftOut',
  layerId,
  text: {
    id: `“${title}”: ${count} kali objek kecil tidak digambar di petak peta yang padat. Jawabannya tetap lengkap.`,
    en: `“${title}”: ${count} times a small feature is not drawn in a crowded map tile. Answers stay complete.`,
  },
});
