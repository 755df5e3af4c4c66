import * as z from 'zod/mini';
import { LANGUAGES } from '../language.ts';
import { CATEGORY_CODES } from './category.ts';

/** Longest and shortest that somebody may write, in characters. */
export const DESCRIPTION_LENGTH = { least: 10, most: 4_000 } as const;
export const LANDMARK_LENGTH = { least: 5, most: 300 } as const;
export const MESSAGE_LENGTH = 2_000;
export const NAME_LENGTH = 120;
export const ABOUT_LENGTH = 300;
export const MOST_PHOTOS = 5;
/** Photos in all, those that follow with messages included. */
export const MOST_PHOTOS_LATER = 20;
/** A photo as it is sent; one that is kept has at most 400 kB. */
export const PHOTO_BYTES = 10_000_000;

const words = (least: number, most: number) =>
  z.string().check(
    z.maxLength(most),
    z.refine((text) => text.trim().length >= least, { error: `≥ ${least}` }),
  );
const degrees = z.number();
/** Written by the device when it was found: nothing is decided by it. */
const accuracyM = z.optional(z.number().check(z.gte(0), z.lte(100_000)));

export const placeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('pin'),
    lon: degrees,
    lat: degrees,
    /** `device`: proposed by the device and accepted by the person. */
    from: z.enum(['map', 'device', 'typed']),
    accuracyM,
  }),
  z.strictObject({
    kind: z.literal('landmark'),
    /** A kelurahan by its name, as the list of the form gives it. */
    kelurahan: words(2, 100),
    landmark: words(LANDMARK_LENGTH.least, LANDMARK_LENGTH.most),
  }),
]);
export type ReportPlace = z.infer<typeof placeSchema>;

/** One address, nothing around it; a number as people write it. */
const email = z
  .string()
  .check(z.maxLength(200), z.regex(/^[^\s@<>,;:"()[\]\\\p{Cc}]{1,64}@[\p{L}\p{N}.-]{1,190}$/u));
const phone = z.string().check(z.regex(/^\+?[0-9][0-9 ().-]{6,24}$/));

/** Confidential: known to who handles the report, and to nobody else. Anonymous: known to nobody. */
export const identitySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('anonymous') }),
  z
    .strictObject({
      kind: z.literal('confidential'),
      name: z.optional(words(1, NAME_LENGTH)),
      email: z.optional(email),
      phone: z.optional(phone),
    })
    .check(
      z.refine((given) => given.email !== undefined || given.phone !== undefined, {
        path: ['email'],
        error: 'email | phone',
      }),
    ),
]);
export type Identity = z.infer<typeof identitySchema>;

/** What was seen before there was a law on spatial plans (UU 24/1992) breaks none. */
const EARLIEST_DAY = '1992-10-13';
const notBefore = z.refine<string>((day) => day >= EARLIEST_DAY, { error: `≥ ${EARLIEST_DAY}` });

/** A photo that was sent before under this id; when and where it was taken is told on purpose, or not at all. */
export const sentPhotoSchema = z.strictObject({
  photoId: z.uuid(),
  takenAt: z.optional(z.iso.datetime({ offset: true }).check(notBefore)),
  position: z.optional(
    z.strictObject({
      lon: degrees.check(z.gte(-180), z.lte(180)),
      lat: degrees.check(z.gte(-90), z.lte(90)),
    }),
  ),
});
export type SentPhoto = z.infer<typeof sentPhotoSchema>;

export const ONGOING = ['yes', 'no', 'unknown'] as const;

/** A report as it is sent. What is not named here is refused. */
export const newReportSchema = z.strictObject({
  category: z.enum(CATEGORY_CODES),
  description: words(DESCRIPTION_LENGTH.least, DESCRIPTION_LENGTH.most),
  place: placeSchema,
  /** Day on which it was seen: within living memory. */
  seenOn: z.iso.date().check(notBefore),
  ongoing: z.enum(ONGOING),
  /** Row behind the answer at the pin that seems broken: `key` of a row of the place. */
  brokenRule: z.optional(z.string().check(z.minLength(1), z.maxLength(400))),
  /** Token of a similar report that this one supports. */
  supports: z.optional(z.string().check(z.minLength(1), z.maxLength(400))),
  photos: z.optional(z.array(sentPhotoSchema).check(z.maxLength(MOST_PHOTOS))),
  identity: identitySchema,
  /** Who does it, in the reporter's words: for staff alone, never public. */
  about: z.optional(words(1, ABOUT_LENGTH)),
  /** Whoever does it is an official or an office of the government: then it is read first by who watches over cases. */
  isAboutOffice: z.optional(z.boolean()),
  /** What is written may be handed on to the Ombudsman, if the case goes there. */
  mayPassOn: z.optional(z.boolean()),
  language: z.enum(LANGUAGES),
  /** A trap for robots: nobody sees this field, so whoever fills it is none of us. */
  website: z.optional(z.string().check(z.maxLength(200))),
});
export type NewReport = z.infer<typeof newReportSchema>;

/** What opens a report: told once, and again when it was changed. */
export const reportSecretSchema = z.object({
  /** For speaking about it. */
  ticket: z.string(),
  /** 128 random bits, base64url: opens the report. Only its hash is kept. */
  secret: z.string(),
  /** The page that follows it; the secret stands behind `#`, where no server sees it. */
  link: z.string(),
});

/** What the one who has sent a report is given, once. */
export const receivedReportSchema = z.extend(reportSecretSchema, { receivedAt: z.string() });
export type ReceivedReport = z.infer<typeof receivedReportSchema>;

export const newMessageSchema = z.strictObject({
  /** Made by the device: sent twice, it is kept once. */
  messageId: z.uuid(),
  text: z.string().check(z.maxLength(MESSAGE_LENGTH)),
  photos: z.optional(z.array(sentPhotoSchema).check(z.maxLength(MOST_PHOTOS))),
});
export type NewMessage = z.infer<typeof newMessageSchema>;

export const disputeSchema = z.strictObject({ words: words(DESCRIPTION_LENGTH.least, MESSAGE_LENGTH) });

/** A ticket: 50 random bits in Crockford's base 32, to be read out on the telephone. */
export const REPORT_TICKET = /^LAP-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/;

/**
 * A ticket as somebody reads it from paper or hears it: with or without its dashes, in small letters, with O for 0 and I or L
 * for 1, which no ticket holds.
 * @returns null for what cannot be one
 */
export function readTicket(text: string): string | null {
  const letters = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const own = letters.replace(/^LAP/, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const ticket = `LAP-${own.slice(0, 5)}-${own.slice(5)}`;
  return REPORT_TICKET.test(ticket) ? ticket : null;
}
