import * as z from 'zod/mini';
import { isMailAddress } from '../message/mail-address.ts';
import {
  applicantSchema,
  type Draft,
  groundSchema,
  landProofSchema,
  plannedUseSchema,
} from './application.ts';
import { readBusinesses } from './business-lines.ts';
import { readNumber } from './read-number.ts';

/** What was typed into the form, by the name of the field. */
export type FormFields = Readonly<Record<string, string>>;

/** Longest text of one field: an outline of 2,000 corners. */
const FIELD_LENGTH = 100_000;
const OURS = /^(applicant|landProof|ground|plannedUse)(\.[a-zA-Z0-9]{1,20}){1,2}$/;

/** What is typed must take a mail. Asked here alone: an address of before that does not is read as it was written. */
const takesMail = ({ email }: { readonly email: string | null }): boolean =>
  email === null || isMailAddress(email);
const enteredApplicantSchema = applicantSchema.check(
  z.refine(({ person }) => takesMail(person), { path: ['person', 'email'] }),
  z.refine((one) => one.kind !== 'proxy' || takesMail(one.principal), { path: ['principal', 'email'] }),
);

export const fieldsSchema = z.record(z.string(), z.string());

/** Of what a form sent, the fields of an application; anything else is nobody's business. */
export const ownFields = (sent: Readonly<Record<string, unknown>>): FormFields =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) =>
      OURS.test(name) && typeof value === 'string' && value.length <= FIELD_LENGTH
        ? [[name, value.replaceAll('\0', '')]]
        : [],
    ),
  );

/** What a form says, as far as it is right, and the fields that are not. What was typed is kept either way. */
export interface ReadForm {
  readonly draft: Draft;
  readonly faults: readonly string[];
}

/** Reads a form. A part that nobody has begun is missing, not wrong. */
export function readForm(fields: FormFields): ReadForm {
  const faults: string[] = [];
  const part = <T>(prefix: string, schema: z.ZodMiniType<T>, value: unknown, isBegun: boolean): T | null => {
    if (!isBegun) return null;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const { path } of parsed.error.issues) faults.push([prefix, ...path].join('.'));
    return null;
  };
  const text = (name: string): string => (fields[name] ?? '').trim();
  const optional = (name: string): string | null => (text(name) === '' ? null : text(name));
  const begun = (prefix: string, but: readonly string[] = []): boolean =>
    Object.keys(fields).some(
      (name) => name.startsWith(`${prefix}.`) && !but.includes(name) && text(name) !== '',
    );
  const person = (prefix: string) => ({
    name: text(`${prefix}.name`),
    nik: text(`${prefix}.nik`).replace(/\s/g, ''),
    address: text(`${prefix}.address`),
    phone: text(`${prefix}.phone`),
    email: optional(`${prefix}.email`),
  });

  const kind = text('applicant.kind') || 'self';
  const applicant = part(
    'applicant',
    enteredApplicantSchema,
    {
      kind,
      person: person('applicant.person'),
      ...(kind === 'proxy' ? { principal: person('applicant.principal') } : {}),
      ...(kind === 'legalBody'
        ? {
            bodyName: text('applicant.bodyName'),
            deedNumber: optional('applicant.deedNumber'),
            businessNib: optional('applicant.businessNib'),
          }
        : {}),
    },
    begun('applicant', ['applicant.kind']),
  );
  const landProof = part(
    'landProof',
    landProofSchema,
    {
      kind: text('landProof.kind'),
      number: text('landProof.number'),
      parcelNib: optional('landProof.parcelNib'),
    },
    begun('landProof', ['landProof.kind']),
  );
  const businesses = readBusinesses(text);
  faults.push(...businesses.faults);
  const plannedUse = part(
    'plannedUse',
    plannedUseSchema,
    {
      description: text('plannedUse.description'),
      kbli: businesses.kbli,
      shares: businesses.shares,
      floors: readNumber(text('plannedUse.floors')),
      basementFloors: readNumber(text('plannedUse.basementFloors')),
      heightM: readNumber(text('plannedUse.heightM')),
      footprintM2: readNumber(text('plannedUse.footprintM2')),
      floorAreaM2: readNumber(text('plannedUse.floorAreaM2')),
    },
    begun('plannedUse'),
  );
  const from = text('ground.from') || 'parcel';
  const isLatitudeFirst = text('ground.order') === 'latLng';
  const ring = from === 'parcel' ? null : readCorners(text('ground.corners'), isLatitudeFirst);
  if (typeof ring === 'string') faults.push(ring === 'swapped' ? 'ground.corners.swapped' : 'ground.corners');
  const ground =
    from === 'parcel'
      ? part('ground', groundSchema, { from, nib: text('ground.nib') }, text('ground.nib') !== '')
      : ring === null || typeof ring === 'string'
        ? null
        : part('ground', groundSchema, { from, coordinates: [[ring]] }, true);
  const isWhole = businesses.faults.length === 0;
  return {
    draft: { applicant, landProof, ground, plannedUse: isWhole ? plannedUse : null },
    faults: [...new Set(faults)],
  };
}

/**
 * Corners, one in a line, longitude first (Bujur, Lintang). The ring is closed where it is not.
 * @param isLatitudeFirst the writer said that latitude stands first
 * @returns null for nothing, `swapped` when they stand the other way round: that is said, never mended
 */
export function readCorners(
  text: string,
  isLatitudeFirst = false,
): [number, number][] | 'unreadable' | 'swapped' | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return null;
  const corners: [number, number][] = [];
  for (const line of lines) {
    const parts = splitCorner(line.trim());
    const [lng = Number.NaN, lat = Number.NaN] = isLatitudeFirst ? [parts[1], parts[0]] : parts;
    if (parts.length !== 2 || !Number.isFinite(lng) || !Number.isFinite(lat)) return 'unreadable';
    if (Math.abs(lng) <= 90 && Math.abs(lat) > 90) return 'swapped';
    corners.push([lng, lat]);
  }
  const [first] = corners;
  const last = corners.at(-1);
  if (first === undefined || last === undefined) return null;
  if (first[0] !== last[0] || first[1] !== last[1]) corners.push([first[0], first[1]]);
  return corners.length < 4 ? 'unreadable' : corners;
}

/** `116,85; -1,24`, `116.85 -1.24`, `116.85, -1.24` and `116.85,-1.24`: a decimal comma never stands alone between two numbers. */
function splitCorner(line: string): number[] {
  const wide = line.split(/\s*;\s*|\s*,\s+|\s+/);
  const parts = wide.length === 2 ? wide : line.split(',');
  return parts.map((part) => (part === '' ? Number.NaN : Number(part.replace(',', '.'))));
}

/** Corners as they are typed. */
export const writeCorners = (ring: readonly (readonly number[])[]): string =>
  ring
    .slice(0, -1)
    .map(([lng = 0, lat = 0]) => `${lng}, ${lat}`)
    .join('\n');
