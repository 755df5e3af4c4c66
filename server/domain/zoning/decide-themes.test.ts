import { describe, expect, test } from 'vitest';
import { anIntensity, aRuleSet } from '../../../tests/support/a-rule-set.ts';
import { ask, floodVersion, themeState, withFlood } from '../../../tests/support/ask-decide.ts';
import { anOverlay, aVersion, aZone, someFacts } from '../../../tests/support/some-facts.ts';
import type { Facts } from './facts.ts';
import { THEMES } from './theme.ts';

describe('themes', () => {
  const withBanjir = (given: Partial<Facts> = {}) => someFacts({ versions: withFlood, ...given });

  test('every theme lands in exactly one of three lists', () => {
    for (const facts of [
      someFacts(),
      withBanjir(),
      withBanjir({ overlays: [anOverlay()] }),
      someFacts({ zones: [] }),
    ]) {
      const answer = ask(facts);
      for (const theme of THEMES) expect(themeState(answer, theme.code), theme.code).toHaveLength(1);
    }
  });
  test('a theme without a published layer is no data, not no restriction', () => {
    const answer = ask(someFacts());
    expect(themeState(answer, 'banjir')).toEqual(['noData']);
    expect(answer.themes.noData.find((row) => row.code === 'banjir')?.reason).toBe('notMapped');
  });
  test('a published layer that speaks here and has nothing is not concerned', () => {
    expect(themeState(ask(withBanjir()), 'banjir')).toEqual(['notConcerned']);
  });
  test('a layer that does not cover the ground is no data', () => {
    const answer = ask(
      someFacts({ versions: [...someFacts().versions, { ...floodVersion, covers: false }] }),
    );
    expect(answer.themes.noData.find((row) => row.code === 'banjir')?.reason).toBe('outsideCoverage');
  });
  test('ground of a set-aside overlay polygon is no data', () => {
    const answer = ask(
      withBanjir({
        setAside: [{ version_id: 'cccccccccccccccc', feature_no: 7, reason: 'selfIntersection' }],
      }),
    );
    expect(answer.themes.noData.find((row) => row.code === 'banjir')?.reason).toBe('invalidGeometry');
  });
  test('an official field in the zone row speaks for its theme, for yes and for no', () => {
    const versions = [aVersion({ special_fields: ['KKOP_1', 'LP2B_2'] })];
    const answer = ask(someFacts({ versions, zones: [aZone({ special: { KKOP_1: 'K01G' } })] }));
    expect(themeState(answer, 'kkop')).toEqual(['concerned']);
    expect(themeState(answer, 'lp2b')).toEqual(['notConcerned']);
  });
  test('a technique (TPZ_00) of a row is named, once, and its note is for rows that carry it', () => {
    const versions = [aVersion({ special_fields: ['TPZ_00'] })];
    const aNote = (code: string | null, body: string) =>
      ({
        kind: 'tpz',
        zoneCode: null,
        kodswp: null,
        kodblk: null,
        code,
        body,
        sourceId: 'rules-uji/s1',
      }) as const;
    const rules = aRuleSet({ notes: [aNote('k2', 'Pertumbuhan'), aNote('b', 'Bonus'), aNote(null, 'Umum')] });
    const technique = (TPZ_00: string | null, fields = versions) => {
      const special: Record<string, string> = TPZ_00 === null ? {} : { TPZ_00 };
      const zones = [aZone({ special }), aZone({ feature_no: 2, special })];
      const answer = ask(someFacts({ versions: fields, zones }), rules);
      const named = answer.themes.concerned.filter(({ code }) => code === 'tpz');
      return [named.map(({ title }) => title), answer.parts[0]!.notes.map(({ body }) => body)];
    };
    expect(technique('Pengendalian Pertumbuhan (K2)')).toEqual([
      ['TPZ Pengendalian Pertumbuhan (K2)'],
      ['Pertumbuhan', 'Umum'],
    ]);
    expect(technique('h9')).toEqual([['TPZ h9'], ['Umum']]);
    expect(technique(null)).toEqual([[], ['Umum']]);
    expect(technique(null, [aVersion()])).toEqual([[], ['Pertumbuhan', 'Bonus', 'Umum']]);
  });
  test('one field for several hazards is sorted by its words, and an unreadable code is listed under each', () => {
    const versions = [aVersion({ special_fields: ['KRB_03'] })];
    const flood = ask(
      someFacts({ versions, zones: [aZone({ special: { KRB_03: 'Kawasan Rawan Banjir - Tinggi' } })] }),
    );
    expect(themeState(flood, 'banjir')).toEqual(['concerned']);
    expect(themeState(flood, 'longsor')).toEqual(['notConcerned']);
    const unread = ask(someFacts({ versions, zones: [aZone({ special: { KRB_03: '0301' } })] }));
    expect(themeState(unread, 'banjir')).toEqual(['concerned']);
    expect(themeState(unread, 'longsor')).toEqual(['concerned']);
  });
});

describe('ground that nothing speaks about', () => {
  test('outside the city no theme is "not concerned"', () => {
    const floodVersion = aVersion({
      layer_id: 'o',
      kind: 'overlay',
      theme: 'banjir',
      version_id: 'cccccccccccccccc',
    });
    const answer = ask(
      someFacts({ versions: [...someFacts().versions, floodVersion], admin: [], zones: [] }),
    );
    expect(answer.themes.notConcerned).toEqual([]);
    expect(answer.themes.noData.find((row) => row.code === 'banjir')?.reason).toBe('outsideCity');
  });
  test('on a day without any version every theme says that none was in force', () => {
    const answer = ask(someFacts({ versions: [], zones: [], admin: [] }));
    expect(new Set(answer.themes.noData.map((row) => row.reason))).toEqual(new Set(['notInForce']));
  });
  test('borders that cannot be read leave coverage open and never say "no plan"', () => {
    const answer = ask(someFacts({ zones: [], admin: [], failed: new Set(['admin']) }));
    expect(answer).toMatchObject({ coverage: 'unknown', plan: 'sourceFailed', isComplete: false });
  });
  describe('the ground of what could not go in is not silent', () => {
    const parcels = aVersion({ layer_id: 'bidang', kind: 'parcel', version_id: 'ffffffffffffffff' });
    const versions = [...someFacts().versions, parcels];
    const aside = (version_id: string, part_m2?: number) => [
      {
        version_id,
        feature_no: 7,
        reason: 'selfIntersection',
        ...(part_m2 === undefined ? {} : { part_m2 }),
      },
    ];
    const border = 'eeeeeeeeeeeeeeee';
    const sum = { lon: 116.83, lat: -1.27, area_m2: 1000, perimeter_m: 130, zoned_m2: 1000, invalid_m2: 0 };
    test('of a zone: below a valid one they claim the same ground, at a point as in a polygon', () => {
      const zones = [aZone({ part_m2: 1000 })];
      const drawn = { sum: { ...sum, city_m2: 1000 }, zones };
      const plan = (given: Partial<Facts>) => ask(someFacts({ versions, ...given })).plan;
      expect(plan({ setAside: aside('bbbbbbbbbbbbbbbb') })).toBe('overlapping');
      expect(plan({ ...drawn, setAside: aside('bbbbbbbbbbbbbbbb', 300) })).toBe('overlapping');
      expect(plan({ ...drawn, setAside: aside('bbbbbbbbbbbbbbbb', 0.5) })).toBe('found');
      const beside = { sum: { ...sum, zoned_m2: 700, invalid_m2: 300, city_m2: 1000 } };
      const only = [aZone({ part_m2: 700 })];
      expect(plan({ ...beside, zones: only, setAside: aside('bbbbbbbbbbbbbbbb', 300) })).toBe('partial');
    });
    test('of a kelurahan: neither in the city nor outside it', () => {
      const at = (given: Partial<Facts>) => ask(someFacts({ versions, setAside: aside(border), ...given }));
      expect(at({ admin: [] })).toMatchObject({ coverage: 'unknown', plan: 'found' });
      expect(at({ admin: [], zones: [] })).toMatchObject({ coverage: 'unknown', plan: 'none' });
      expect(at({}).coverage).toBe('inside');
      const drawn = { sum: { ...sum, city_m2: 400 }, zones: [aZone({ part_m2: 1000 })] };
      expect(at(drawn).coverage).toBe('unknown');
      expect(at({ ...drawn, setAside: [] }).coverage).toBe('partlyOutside');
      expect(at({ admin: [], setAside: [], failed: new Set(['set_aside']) }).coverage).toBe('unknown');
    });
    test('of a parcel: no data, and no size that decides the class', () => {
      const intensity = {
        'R-3': [
          anIntensity('kdb', { value: 80, parcelMaxM2: 500 }),
          anIntensity('kdb', { value: 50, parcelMinM2: 501 }),
        ],
      };
      const drawn = { versions, sum: { ...sum, city_m2: 1000 }, zones: [aZone({ part_m2: 1000 })] };
      const kdbAt = (given: Partial<Facts>) => {
        const answer = ask(someFacts({ ...drawn, ...given }), aRuleSet({ intensity }));
        const theme = answer.themes.noData.find(({ code }) => code === 'bidang-tanah');
        const kdb = answer.parts[0]!.figures.find(({ measure }) => measure === 'kdb');
        return [theme?.reason ?? null, kdb?.governing?.value ?? null];
      };
      expect(kdbAt({})).toEqual([null, 50]);
      expect(kdbAt({ setAside: aside('ffffffffffffffff', 1000) })).toEqual(['invalidGeometry', null]);
      expect(kdbAt({ setAside: aside('ffffffffffffffff', 2) })).toEqual(['invalidGeometry', 50]);
      expect(kdbAt({ failed: new Set(['set_aside']) })).toEqual(['sourceFailed', null]);
    });
    test('a second layer of parcels that speaks here is asked, whichever stands first', () => {
      const elsewhere = {
        ...parcels,
        layer_id: 'bidang-lain',
        version_id: '9999999999999999',
        covers: false,
      };
      const answer = ask(someFacts({ versions: [elsewhere, ...versions] }));
      expect(themeState(answer, 'bidang-tanah')).toEqual(['notConcerned']);
    });
  });
  test('a field of the plan speaks only where its zones cover the whole polygon', () => {
    const versions = [aVersion({ special_fields: ['KKARST'] })];
    const sum = {
      lon: 116.83,
      lat: -1.27,
      area_m2: 1000,
      perimeter_m: 130,
      zoned_m2: 420,
      invalid_m2: 0,
      city_m2: 1000,
    };
    const part = ask(someFacts({ versions, sum, zones: [aZone({ part_m2: 420 })] }));
    expect(part.themes.noData.map((row) => row.code)).toContain('karst');
    const whole = ask(
      someFacts({ versions, sum: { ...sum, zoned_m2: 1000 }, zones: [aZone({ part_m2: 1000 })] }),
    );
    expect(whole.themes.notConcerned.map((row) => row.code)).toContain('karst');
  });
});
