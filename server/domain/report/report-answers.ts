import * as z from 'zod/mini';
import { caseRowSchema } from '../correction/correction.ts';
import { publicStandingSchema } from '../violation-case/public-standing.ts';
import { CATEGORY_CODES, TRACKS } from './category.ts';
import { jurisdictionSchema } from './jurisdiction.ts';
import { ONGOING } from './report.ts';
import { similarOfferSchema } from './similar.ts';

/** A report by its number alone: where it roughly is, and how far. Never a photo, a place on the map, or a word of it. */
export const publicReportSchema = z.object({
  ticket: z.string(),
  receivedOn: z.iso.date(),
  kelurahan: z.nullable(z.string()),
  isDemo: z.boolean(),
  standing: publicStandingSchema,
});
export type PublicReport = z.infer<typeof publicReportSchema>;

const ownPhotoSchema = z.object({
  photoId: z.uuid(),
  widthPx: z.number(),
  heightPx: z.number(),
  takenAt: z.nullable(z.string()),
  position: z.nullable(z.tuple([z.number(), z.number()])),
});
export type OwnPhoto = z.infer<typeof ownPhotoSchema>;

const messageSchema = z.object({
  messageId: z.uuid(),
  from: z.enum(['reporter', 'office']),
  /** Null: erased by who wrote it, or after its time. */
  text: z.nullable(z.string()),
  sentAt: z.string(),
  photos: z.array(ownPhotoSchema),
});
export type ReportMessage = z.infer<typeof messageSchema>;

/** `browser`: one or more that were asked on the page of the report. */
export const CONTACT_WAYS = ['email', 'phone', 'browser'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** A report as whoever holds its secret reads it. */
export const ownReportSchema = z.extend(publicReportSchema, {
  category: z.enum(CATEGORY_CODES),
  track: z.enum(TRACKS),
  /** Null once it was erased after its time. */
  description: z.nullable(z.string()),
  place: z.object({
    point: z.nullable(z.tuple([z.number(), z.number()])),
    accuracyM: z.nullable(z.number()),
    landmark: z.nullable(z.string()),
  }),
  seenOn: z.iso.date(),
  ongoing: z.enum(ONGOING),
  brokenRule: z.nullable(caseRowSchema),
  about: z.nullable(z.string()),
  /** Reported is an official or an office of the government, as the reporter says. */
  isAboutOffice: z.boolean(),
  jurisdiction: jurisdictionSchema,
  /** What was written may go to the Ombudsman. */
  mayPassOn: z.boolean(),
  /** The office has asked for that, and was not answered yet. */
  isAskedToPassOn: z.boolean(),
  receivedAt: z.string(),
  photos: z.array(ownPhotoSchema),
  messages: z.array(messageSchema),
  /** `erased`: there was somebody, and there is nobody any more. */
  identity: z.enum(['anonymous', 'confidential', 'erased']),
  /** By what the person is told of news; never the address itself. */
  contactBy: z.array(z.enum(CONTACT_WAYS)),
  /** Ways by which the last news could not be sent, or that were given and are none in this installation. */
  unreachedBy: z.array(z.enum(CONTACT_WAYS)),
});
export type OwnReport = z.infer<typeof ownReportSchema>;

/** What was erased of a reporter, each with how much there was; what there was not is nothing. */
export const erasedReporterSchema = z.object({
  identity: z.boolean(),
  messages: z.int(),
  /** Of messages; those of the report stay. */
  photos: z.int(),
  disputes: z.int(),
  /** That were told of news. */
  browsers: z.int(),
});
export type ErasedReporter = z.infer<typeof erasedReporterSchema>;

/** Something with a name near a place. */
const nearNameSchema = z.nullable(z.object({ name: z.string(), distanceM: z.number() }));

/** What is known about a place before anything is sent. */
export const reportPlaceSchema = z.object({
  /** False: the city takes no report about this place; `jurisdiction` says who does. */
  isInCity: z.boolean(),
  kelurahan: z.nullable(z.string()),
  /** The nearest road and the nearest known place with a name: for whoever does not see the map. */
  street: nearNameSchema,
  landmark: nearNameSchema,
  zones: z.array(z.object({ code: z.string(), name: z.nullable(z.string()) })),
  jurisdiction: jurisdictionSchema,
  /** Rows of the plan at this place, one of which may be broken; `key` goes into `brokenRule`. */
  rules: z.array(caseRowSchema),
  /** Null: not looked for now, because too much was asked from one place. */
  similar: z.nullable(z.array(similarOfferSchema)),
  /** The same numbers read the other way round lie inside the city. */
  swapOffer: z.nullable(z.tuple([z.number(), z.number()])),
  isDemo: z.boolean(),
});
export type PlaceOfReport = z.infer<typeof reportPlaceSchema>;

/** By what reporters can be told in this installation, and how long it is known who they are. */
export interface ReportReach {
  /** Under which key a browser subscribes to news (VAPID); null: none is told that way. */
  readonly pushKey: string | null;
  /** False: no message goes to a telephone number. */
  readonly tellsPhones: boolean;
  /** After the end of a case, in days of the calendar. */
  readonly keepReporterDays: number;
}

/** Everything that is kept about a person in a report, as they may take it away (UU 27/2022). */
export const exportedReportSchema = z.object({
  report: ownReportSchema,
  person: z.nullable(
    z.object({
      name: z.nullable(z.string()),
      email: z.nullable(z.string()),
      phone: z.nullable(z.string()),
    }),
  ),
  /** What was sent, in one spelling: its SHA-256 stands in the receipt. */
  content: z.string(),
  exportedAt: z.string(),
});
export type ExportedReport = z.infer<typeof exportedReportSchema>;
