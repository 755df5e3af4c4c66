import type { LngLat } from '#domain/geo/lng-lat';
import type { Language } from '#domain/language';
import { type CategoryCode, TRACKS, type Track } from '#domain/report/category';
import {
  DESCRIPTION_LENGTH,
  LANDMARK_LENGTH,
  type NewReport,
  newReportSchema,
  type ONGOING,
  type ReportPlace,
} from '#domain/report/report';
import type { OutboxItem } from '../../../offline/outbox.ts';

/** What is known of a photo beside its pixels, each told on purpose; its file lies beside the draft under this id. */
export interface DraftPhoto {
  readonly photoId: string;
  readonly takenAt: string | null;
  readonly position: LngLat | null;
}

/** A pin, and who put it there. */
export interface DraftPin {
  readonly at: LngLat;
  readonly from: 'map' | 'device' | 'typed';
  readonly accuracyM: number | null;
}

/** A report while it is being written: anything may be missing. */
export interface ReportDraft {
  readonly schema: 'report-draft/1';
  readonly language: Language;
  readonly category: CategoryCode | null;
  readonly description: string;
  /** Who does it, as far as the reporter knows. */
  readonly about: string;
  /** That is an official or an office of the government. Missing in drafts of before. */
  readonly isAboutOffice?: boolean;
  readonly way: ReportPlace['kind'];
  readonly pin: DraftPin | null;
  readonly kelurahan: string;
  readonly landmark: string;
  readonly seenOn: string;
  readonly ongoing: (typeof ONGOING)[number];
  readonly brokenRule: string | null;
  readonly supports: string | null;
  readonly photos: readonly DraftPhoto[];
  /** It may be handed on to the Ombudsman. */
  readonly mayPassOn: boolean;
  readonly isAnonymous: boolean;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

export const emptyDraft = (language: Language, today: string, pin: DraftPin | null): ReportDraft => ({
  schema: 'report-draft/1',
  language,
  category: null,
  description: '',
  about: '',
  isAboutOffice: false,
  way: 'pin',
  pin,
  kelurahan: '',
  landmark: '',
  seenOn: today,
  ongoing: 'unknown',
  brokenRule: null,
  supports: null,
  photos: [],
  mayPassOn: false,
  isAnonymous: false,
  name: '',
  phone: '',
  email: '',
});

/** Whether an item of the outbox is one that this form can open again. */
export const isDraft = ({ body }: OutboxItem): boolean =>
  (body as Partial<ReportDraft> | null)?.schema === 'report-draft/1';
export const draftOf = (item: OutboxItem): ReportDraft => item.body as ReportDraft;

/** Something was written or chosen: only then is there anything to keep, or to lose. */
export const isBegun = (draft: ReportDraft): boolean =>
  draft.category !== null ||
  draft.photos.length > 0 ||
  [draft.description, draft.about, draft.landmark, draft.name, draft.phone, draft.email].some(
    (text) => text.trim() !== '',
  );

/** Parts of the form, one on the screen at a time. */
export const PARTS = ['apa', 'mana', 'kapan', 'foto', 'siapa', 'periksa'] as const;
export type Part = (typeof PARTS)[number];

/** What still keeps a report from being sent, each at the part that asks for it. */
export const FAULTS = {
  category: 'apa',
  description: 'apa',
  pin: 'mana',
  kelurahan: 'mana',
  landmark: 'mana',
  seenOn: 'kapan',
  contact: 'siapa',
  phone: 'siapa',
  email: 'siapa',
  other: 'periksa',
} as const satisfies Readonly<Record<string, Part>>;
export type Fault = keyof typeof FAULTS;

const isShort = (text: string, least: number): boolean => text.trim().length < least;

/** What is missing or wrong, in the order of the form. Nothing is said about a part that is not asked. */
export function faultsOf(draft: ReportDraft, today: string): Fault[] {
  const faults: Fault[] = [];
  if (draft.category === null) faults.push('category');
  if (isShort(draft.description, DESCRIPTION_LENGTH.least)) faults.push('description');
  if (draft.way === 'pin' && draft.pin === null) faults.push('pin');
  if (draft.way === 'landmark' && draft.kelurahan === '') faults.push('kelurahan');
  if (draft.way === 'landmark' && isShort(draft.landmark, LANDMARK_LENGTH.least)) faults.push('landmark');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(draft.seenOn) || draft.seenOn > today) faults.push('seenOn');
  if (!draft.isAnonymous && draft.phone.trim() === '' && draft.email.trim() === '') faults.push('contact');
  if (faults.length > 0) return faults;
  const read = newReportSchema.safeParse(written(draft));
  if (read.success) return [];
  const paths = read.error.issues.map(({ path }) => String(path.at(-1)));
  const known = (['description', 'landmark', 'seenOn', 'phone', 'email'] as const).filter((one) =>
    paths.includes(one),
  );
  return known.length === 0 ? ['other'] : known;
}

/** The report as it is sent; null while something is missing. */
export function reportOf(draft: ReportDraft): NewReport | null {
  const read = newReportSchema.safeParse(written(draft));
  return read.success ? read.data : null;
}

/** Only what was told: an empty field is no field. */
function written(draft: ReportDraft): unknown {
  const { category, description, seenOn, ongoing, language, pin, way } = draft;
  const told = (text: string) => (text.trim() === '' ? undefined : text.trim());
  const place =
    way === 'landmark' || pin === null
      ? { kind: 'landmark', kelurahan: draft.kelurahan, landmark: draft.landmark.trim() }
      : {
          kind: 'pin',
          lon: pin.at[0],
          lat: pin.at[1],
          from: pin.from,
          ...(pin.accuracyM === null ? {} : { accuracyM: Math.min(100_000, Math.round(pin.accuracyM)) }),
        };
  return withoutNothing({
    category,
    description: description.trim(),
    place,
    about: told(draft.about),
    isAboutOffice: draft.isAboutOffice || undefined,
    mayPassOn: draft.mayPassOn || undefined,
    seenOn,
    ongoing,
    brokenRule: way === 'pin' ? (draft.brokenRule ?? undefined) : undefined,
    supports: way === 'pin' ? (draft.supports ?? undefined) : undefined,
    photos: draft.photos.map(({ photoId, takenAt, position }) =>
      withoutNothing({
        photoId,
        takenAt: takenAt ?? undefined,
        position: position === null ? undefined : { lon: position[0], lat: position[1] },
      }),
    ),
    identity: draft.isAnonymous
      ? { kind: 'anonymous' }
      : withoutNothing({
          kind: 'confidential',
          name: told(draft.name),
          email: told(draft.email),
          phone: told(draft.phone),
        }),
    language,
  });
}

const withoutNothing = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** The two tracks with what a report can be about, in the order in which they are asked. */
export const TRACKS_ASKED: readonly Track[] = ['bangunan', ...TRACKS.filter((track) => track !== 'bangunan')];
