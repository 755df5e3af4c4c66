import * as z from 'zod/mini';
import { nikFault } from './personal.ts';

const line = (most: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(most), z.regex(/^[^\p{Cc}]*$/u));
const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const thirteenDigits = z.string().check(z.trim(), z.regex(/^\d{13}$/));
const measure = (most: number) => z.nullable(z.number().check(z.positive(), z.lte(most)));
const floors = z.nullable(z.int().check(z.gte(0), z.lte(200)));

/** A person. The NIK is asked for because the document names its holder; it is stored encrypted. */
export const personSchema = z.strictObject({
  name: line(200),
  nik: z.string().check(
    z.trim(),
    z.refine((nik) => nikFault(nik) === null, { error: '16 digit NIK' }),
  ),
  address: line(500),
  phone: z.string().check(z.trim(), z.regex(/^\+?[\d \-()]{6,20}$/)),
  email: z.nullable(z.email().check(z.maxLength(254))),
});

/** Who asks: for oneself, for somebody who has given a written authority (kuasa), or for a legal body. */
export const applicantSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('self'), person: personSchema }),
  z.strictObject({ kind: z.literal('proxy'), person: personSchema, principal: personSchema }),
  z.strictObject({
    kind: z.literal('legalBody'),
    person: personSchema,
    bodyName: line(300),
    deedNumber: z.nullable(line(200)),
    /** Nomor Induk Berusaha: the number of a business, never that of a parcel. */
    businessNib: z.nullable(thirteenDigits),
  }),
]);
export type Applicant = z.infer<typeof applicantSchema>;

export const LAND_PROOFS = [
  'sertifikat',
  'imtn',
  'ajb',
  'sewa',
  'segel',
  'suratLurah',
  'pajak',
  'lainnya',
] as const;

/** By what the applicant holds the land. `parcelNib` is the number of the land (NIB bidang). */
export const landProofSchema = z.strictObject({
  kind: z.enum(LAND_PROOFS),
  number: line(200),
  parcelNib: z.nullable(thirteenDigits),
});
export type LandProof = z.infer<typeof landProofSchema>;

const position = z.tuple([
  z.number().check(z.gte(-180), z.lte(180)),
  z.number().check(z.gte(-90), z.lte(90)),
]);
const ring = z.array(position).check(z.minLength(4), z.maxLength(2_000));

/** The ground that is asked about: a registered parcel, or an outline (WGS 84, longitude first) and where it came from. */
export const groundSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('parcel'), nib: line(40) }),
  z.strictObject({
    from: z.enum(['drawing', 'coordinates', 'file']),
    coordinates: z.array(z.array(ring).check(z.minLength(1))).check(z.minLength(1), z.maxLength(100)),
  }),
]);
export type Ground = z.infer<typeof groundSchema>;

const kbli = z.string().check(z.regex(/^\d{5}$/));

/** What is to be done there. */
export const plannedUseSchema = z.strictObject({
  description: text(2_000),
  /** KBLI 2020, five digits each; none for a house to live in. */
  kbli: z.array(kbli).check(z.maxLength(20)),
  /** How much of the building each of them takes, where that was said. Earlier applications lack it. */
  shares: z._default(
    z.array(z.strictObject({ kbli, floors, floorAreaM2: measure(100_000_000) })).check(z.maxLength(20)),
    [],
  ),
  floors,
  basementFloors: floors,
  heightM: measure(1_000),
  footprintM2: measure(10_000_000),
  floorAreaM2: measure(100_000_000),
});
export type PlannedUse = z.infer<typeof plannedUseSchema>;

/** An application as it is written down bit by bit; what is missing is named when it is submitted. */
export const draftSchema = z.strictObject({
  applicant: z.nullable(applicantSchema),
  landProof: z.nullable(landProofSchema),
  ground: z.nullable(groundSchema),
  plannedUse: z.nullable(plannedUseSchema),
});
export type Draft = z.infer<typeof draftSchema>;
export const EMPTY_DRAFT: Draft = { applicant: null, landProof: null, ground: null, plannedUse: null };

/** Which parts are missing before it can be submitted; `nibTwice`: one number is given for the land and for the business. */
export function draftFaults(draft: Draft): (keyof Draft | 'nibTwice')[] {
  const missing: (keyof Draft | 'nibTwice')[] = (
    ['applicant', 'landProof', 'ground', 'plannedUse'] as const
  ).filter((part) => draft[part] === null);
  const { applicant, landProof, ground } = draft;
  if (
    applicant?.kind === 'legalBody' &&
    applicant.businessNib !== null &&
    (applicant.businessNib === landProof?.parcelNib ||
      (ground?.from === 'parcel' && applicant.businessNib === ground.nib))
  )
    missing.push('nibTwice');
  return missing;
}
