import { describe, expect, test } from 'vitest';
import { emptyDraft, faultsOf, isBegun, type ReportDraft, reportOf } from './draft.ts';

const TODAY = '2026-11-30';
const begun = emptyDraft('id', TODAY, null);
const whole: ReportDraft = {
  ...begun,
  category: 'tanpaIzin',
  description: '  Bangunan empat lantai di tepi jalan.  ',
  pin: { at: [116.8531, -1.2456], from: 'device', accuracyM: 4.6 },
  phone: '0812 3456 7890',
};

describe('a report while it is being written', () => {
  test('is nothing to keep before something was written', () => {
    expect(isBegun(begun)).toBe(false);
    expect(isBegun({ ...begun, description: ' ' })).toBe(false);
    expect(isBegun({ ...begun, landmark: 'Dekat masjid' })).toBe(true);
    expect(isBegun({ ...begun, category: 'ruangLain' })).toBe(true);
  });

  test('says what is missing, in the order of the form, and only what is asked', () => {
    expect(faultsOf(begun, TODAY)).toEqual(['category', 'description', 'pin', 'contact']);
    expect(faultsOf({ ...begun, way: 'landmark', isAnonymous: true }, TODAY)).toEqual([
      'category',
      'description',
      'kelurahan',
      'landmark',
    ]);
    expect(faultsOf(whole, TODAY)).toEqual([]);
  });

  test('was not seen tomorrow', () => {
    expect(faultsOf({ ...whole, seenOn: '2026-12-01' }, TODAY)).toEqual(['seenOn']);
    expect(faultsOf({ ...whole, seenOn: '' }, TODAY)).toEqual(['seenOn']);
    expect(faultsOf({ ...whole, seenOn: '2026-02-31' }, TODAY)).toEqual(['seenOn']);
  });

  test('names the contact that cannot be read', () => {
    expect(faultsOf({ ...whole, phone: 'telepon saya' }, TODAY)).toEqual(['phone']);
    expect(faultsOf({ ...whole, phone: '', email: 'saya' }, TODAY)).toEqual(['email']);
    expect(faultsOf({ ...whole, phone: '', email: 'saya@contoh.id' }, TODAY)).toEqual([]);
  });
});

describe('a report as it is sent', () => {
  test('has what was told and nothing else', () => {
    expect(reportOf(whole)).toEqual({
      category: 'tanpaIzin',
      description: 'Bangunan empat lantai di tepi jalan.',
      place: { kind: 'pin', lon: 116.8531, lat: -1.2456, from: 'device', accuracyM: 5 },
      seenOn: TODAY,
      ongoing: 'unknown',
      photos: [],
      identity: { kind: 'confidential', phone: '0812 3456 7890' },
      language: 'id',
    });
  });

  test('of somebody unknown carries no name, whatever was typed before', () => {
    const sent = reportOf({ ...whole, isAnonymous: true, name: 'CONTOH Siti', email: 'siti@contoh.id' });
    expect(sent?.identity).toEqual({ kind: 'anonymous' });
    expect(JSON.stringify(sent)).not.toMatch(/Siti|siti@|0812/);
  });

  test('by a landmark carries no pin that was put before, and nothing that hangs on it', () => {
    const sent = reportOf({
      ...whole,
      way: 'landmark',
      kelurahan: 'BARAT',
      landmark: 'Di seberang sekolah',
      brokenRule: 'zone~x',
      supports: 'token',
    });
    expect(sent?.place).toEqual({ kind: 'landmark', kelurahan: 'BARAT', landmark: 'Di seberang sekolah' });
    expect(JSON.stringify(sent)).not.toMatch(/116\.|zone~x|token/);
  });

  test('tells of a photo what was ticked', () => {
    const photoId = '0b9f0f0e-3a4e-4a66-9c39-0d2f5c6a1a01';
    const photo = { photoId, takenAt: null, position: null };
    expect(reportOf({ ...whole, photos: [photo] })?.photos).toEqual([{ photoId }]);
    const told = { photoId, takenAt: '2026-11-30T01:00:00.000Z', position: [116.85, -1.24] as const };
    expect(reportOf({ ...whole, photos: [told] })?.photos).toEqual([
      { photoId, takenAt: '2026-11-30T01:00:00.000Z', position: { lon: 116.85, lat: -1.24 } },
    ]);
  });

  test('is not there while something is missing', () => {
    expect(reportOf(begun)).toBeNull();
  });
});
