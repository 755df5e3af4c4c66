import { describe, expect, it } from 'vitest';
import { createActivityFinder, type KbliEntry, type PlainWord } from './activity-finder.ts';
import type { Activity } from './rule-set.ts';

const anActivity = (name: string, more: Partial<Activity> = {}): Activity => ({
  activityId: name.toLowerCase().replaceAll(' ', '-'),
  groupName: 'Uji',
  name,
  synonyms: [],
  kbli: [],
  ...more,
});

const ACTIVITIES = [
  anActivity('Rumah Tunggal'),
  anActivity('Rumah Kos', { synonyms: ['pondokan'] }),
  anActivity('Rumah Toko (Ruko)'),
  anActivity('Bengkel Kendaraan Bermotor', { kbli: [{ edition: '2020', code: '45201' }] }),
  anActivity('Restoran, Pusat Jajanan'),
  anActivity('Peternakan', { kbli: [{ edition: '2020', code: '01497' }] }),
];
const KBLI: readonly KbliEntry[] = [
  { edition: '2020', code: '45201', title: 'REPARASI MOBIL' },
  { edition: '2020', code: '45202', title: 'PENCUCIAN DAN SALON MOBIL' },
  { edition: '2020', code: '01497', title: 'PEMBIBITAN DAN BUDIDAYA BURUNG WALET' },
  { edition: '2020', code: '55900', title: 'PENYEDIAAN AKOMODASI LAINNYA' },
];
const WORDS: readonly PlainWord[] = [
  { word: 'sarang walet', kbli: ['01497'], activityWords: ['sarang burung walet'] },
  { word: 'kos-kosan', kbli: ['55900'], activityWords: ['rumah kos'] },
  { word: 'rumah pribadi', kbli: [], activityWords: ['rumah tunggal'] },
];
const find = createActivityFinder(ACTIVITIES, KBLI, WORDS);
const first = (query: string) => {
  const hit = find(query).activities[0];
  return hit === undefined ? null : [hit.activity.name, hit.matchedBy];
};
const codes = (query: string) => find(query).kbli.map((hit) => hit.entry.code);

describe('finding an activity', () => {
  it.each([
    ['rumah tunggal', 'Rumah Tunggal', 'name'],
    ['RUMAH TUNGGAL', 'Rumah Tunggal', 'name'],
    ['rumah tungal', 'Rumah Tunggal', 'name'],
    ['ruko', 'Rumah Toko (Ruko)', 'name'],
    ['pusat jajanan', 'Restoran, Pusat Jajanan', 'name'],
    ['pondokan', 'Rumah Kos', 'synonym'],
    ['kos kosan', 'Rumah Kos', 'plainWord'],
    ['koskosan', 'Rumah Kos', 'plainWord'],
    ['rumah pribadi', 'Rumah Tunggal', 'plainWord'],
    ['sarang walet', 'Peternakan', 'plainWord'],
    ['45201', 'Bengkel Kendaraan Bermotor', 'kbliCode'],
    ['kbli 45201', 'Bengkel Kendaraan Bermotor', 'kbliCode'],
    ['reparasi mobil', 'Bengkel Kendaraan Bermotor', 'kbliTitle'],
  ])('“%s” is %s by its %s', (query, name, by) => {
    expect(first(query)).toEqual([name, by]);
  });

  it('gives the whole name before a name that only holds the word', () => {
    expect(find('rumah').activities.length).toBeGreaterThan(2);
    expect(find('rumah kos').activities[0]?.activity.name).toBe('Rumah Kos');
  });

  it('finds KBLI entries by code, by the beginning of a code and by title', () => {
    expect(codes('45202')).toEqual(['45202']);
    expect(codes('452')).toEqual(['45201', '45202']);
    expect(codes('cuci mobil')[0]).toBe('45202');
    expect(codes('burung walet')[0]).toBe('01497');
  });

  it('gives an exact code a higher score than the beginning of one', () => {
    expect(find('45201').kbli[0]?.score).toBe(1);
    expect(find('4520').kbli[0]?.score).toBeLessThan(1);
  });

  it('scores between the threshold and one, best first, no more than asked for', () => {
    const { activities } = find('rumah');
    const scores = activities.map((hit) => hit.score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores.every((score) => score >= 0.6 && score <= 1)).toBe(true);
    expect(find('rumah', 1).activities).toHaveLength(1);
  });

  it.each(['', '   ', 'zzzzzz', '99999', '?'])('finds nothing for %j', (query) => {
    expect(find(query)).toEqual({ activities: [], kbli: [] });
  });

  it('does not make an activity out of a KBLI entry that none is linked to', () => {
    expect(find('55900').activities).toEqual([]);
    expect(codes('55900')).toEqual(['55900']);
  });

  it('finds by a whole code what is linked to its group, the narrowest first, and nothing of another edition', () => {
    const linkedTo = (name: string, code: string, edition = '2020') =>
      anActivity(name, { kbli: [{ edition, code }] });
    const groups = [linkedTo('Jasa makanan', '56'), linkedTo('Restoran', '5610'), linkedTo('Kedai', '56102')];
    const list = [{ edition: '2020', code: '56101', title: 'USAHA BOGA' }];
    const named = (query: string, more: readonly Activity[] = []) =>
      createActivityFinder(
        [...groups, ...more],
        list,
        [],
      )(query).activities.map(({ activity }) => activity.name);
    expect(named('56101')).toEqual(['Restoran', 'Jasa makanan']);
    expect(named('KBLI 56102')).toEqual(['Kedai', 'Restoran', 'Jasa makanan']);
    expect(named('5610')).toEqual(['Restoran', 'Kedai']);
    expect(named('56101', [linkedTo('Kantin lama', '56101', '2015')])).not.toContain('Kantin lama');
  });

  it('works without any reference', () => {
    expect(createActivityFinder(ACTIVITIES, [], [])('bengkel').activities[0]?.activity.name).toBe(
      'Bengkel Kendaraan Bermotor',
    );
    expect(createActivityFinder([], [], [])('bengkel')).toEqual({ activities: [], kbli: [] });
  });
});
