import { describe, expect, it } from 'vitest';
import { CATEGORIES, CATEGORY_CODES, categoriesOf, TRACKS } from './category.ts';
import { type NewReport, newReportSchema, readTicket } from './report.ts';

const aReport: NewReport = {
  category: 'tanpaIzin',
  description: 'Bangunan tiga lantai tanpa papan izin.',
  place: { kind: 'pin', lon: 116.8531, lat: -1.2456, from: 'map' },
  seenOn: '2026-11-29',
  ongoing: 'yes',
  identity: { kind: 'anonymous' },
  language: 'id',
};
const aPhotoWith = (more: object) => ({ photoId: '6f1c1a3e-6d0c-4f0e-9a55-2b8f0f6f6a10', ...more });
const isTaken = (change: object): boolean => newReportSchema.safeParse({ ...aReport, ...change }).success;

describe('a report as it is sent', () => {
  it.each<[string, object]>([
    ['anonymous, with a pin', {}],
    [
      'by kelurahan and landmark',
      { place: { kind: 'landmark', kelurahan: 'Damai', landmark: 'di belakang pasar' } },
    ],
    ['with an address', { identity: { kind: 'confidential', email: 'nama@example.id' } }],
    ['with a number', { identity: { kind: 'confidential', phone: '0812 3456 7890', name: 'Sri' } }],
    [
      'with a photo of yesterday and its place',
      {
        photos: [aPhotoWith({ takenAt: '2026-11-28T10:00:00+08:00', position: { lon: 116.85, lat: -1.25 } })],
      },
    ],
    ['of long ago', { seenOn: '1992-10-13' }],
    ['with an accuracy of 5 km', { place: { ...aReport.place, from: 'device', accuracyM: 5_000 } }],
  ])('is taken: %s', (_, change) => expect(isTaken(change)).toBe(true));

  it.each<[string, object]>([
    ['API01: a state', { status: 'ditutup' }],
    ['API01: a role', { role: 'administrator' }],
    ['API01: a flag of ours in its place', { place: { ...aReport.place, isVerified: true } }],
    ['confidential without a way to be reached', { identity: { kind: 'confidential', name: 'Sri' } }],
    ['anonymous with a name', { identity: { kind: 'anonymous', name: 'Sri' } }],
    ['two addresses in one', { identity: { kind: 'confidential', email: 'a@example.id,b@example.id' } }],
    [
      'XSS07: a line break in an address',
      { identity: { kind: 'confidential', email: 'a@example.id\r\nBcc: b@c.id' } },
    ],
    ['neither pin nor landmark', { place: { kind: 'landmark', kelurahan: 'Damai', landmark: '   ' } }],
    ['too few words', { description: ' pendek    ' }],
    ['too many words', { description: 'x'.repeat(4_001) }],
    ['six photos', { photos: Array.from({ length: 6 }, () => ({ photoId: crypto.randomUUID() })) }],
    ['a category that is none', { category: 'fitnah' }],
    ['a day that is none', { seenOn: '2026-02-30' }],
    ['a day before there was a law', { seenOn: '1992-10-12' }],
    ['a day of the year 1', { seenOn: '0001-01-01' }],
    ['a photo from the year 0', { photos: [aPhotoWith({ takenAt: '0000-01-01T00:00:00Z' })] }],
    ['a photo from nowhere', { photos: [aPhotoWith({ position: { lon: 181, lat: 0 } })] }],
    ['a photo from beyond the pole', { photos: [aPhotoWith({ position: { lon: 0, lat: -90.1 } })] }],
  ])('is refused: %s', (_, change) => expect(isTaken(change)).toBe(false));
});

it('every category has one track, and words in both languages', () => {
  expect(TRACKS.flatMap((track) => categoriesOf(track)).sort()).toEqual([...CATEGORY_CODES].sort());
  for (const { title, help } of Object.values(CATEGORIES))
    for (const text of [title.id, title.en, help.id, help.en]) expect(text).not.toBe('');
});

it.each([
  ['LAP-7Q2ZM-04XBT', 'LAP-7Q2ZM-04XBT'],
  [' lap 7q2zm 04xbt ', 'LAP-7Q2ZM-04XBT'],
  ['7q2zmO4xbt', 'LAP-7Q2ZM-04XBT'],
  ['LAP-LIL00-ooOOo', 'LAP-11100-00000'],
  ['LAP-7Q2ZM-04XB', null],
  ['LAP-7Q2ZM-04XBU', null],
  ['KRK-7Q2ZM-04XBT', null],
  ['', null],
])('a ticket that somebody heard or copied from paper is read: %s', (typed, ticket) =>
  expect(readTicket(typed)).toBe(ticket),
);
