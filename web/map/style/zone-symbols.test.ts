import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LegendLayer } from '#domain/zoning/legend';
import { DARK, LIGHT } from './palette.ts';
import { familyOf } from './zone-families.ts';
import { zoneSymbols } from './zone-symbols.ts';

const rows = readFileSync('data/code-lists/zone-codes-permen-14-2021.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1);
const entries = rows.map((row) => {
  const [code = '', , group = '', subzone = '', , color = ''] = row.split(',');
  return { code, name: subzone || group, group, color: color || null, provisional: false };
});
/** A plan with every code of the national list. */
const layer: LegendLayer = {
  layerId: 'rdtr',
  kind: 'zones',
  theme: null,
  title: 'RDTR',
  versionId: '0123456789abcdef',
  isDrawn: true,
  isDemo: true,
  entries,
};
const familyOfCode = (code: string) =>
  familyOf(entries.find((entry) => entry.code === code) ?? { group: null, name: '' });

describe('symbols of zones', () => {
  it('are plain fields in the prescribed colours, unless asked otherwise', () => {
    const symbols = zoneSymbols(layer, LIGHT, 'prescribed', undefined);
    expect(symbols.get('R-3')).toEqual({ color: '#fff005', hatch: null, ink: 'dark' });
    expect([...symbols.values()].every(({ hatch }) => hatch === null)).toBe(true);
  });

  it('keep the prescribed colour when hatched, and no two of one parent zone share a pattern', () => {
    const symbols = zoneSymbols(layer, LIGHT, 'hatched', undefined);
    for (const entry of entries) {
      const symbol = symbols.get(entry.code);
      expect(symbol?.color).toBe(entry.color ?? LIGHT.unknownZone);
      const twins = entries.filter(
        (other) =>
          other.group === entry.group &&
          other.code !== entry.code &&
          symbols.get(other.code)?.hatch === symbol?.hatch,
      );
      expect(
        twins.map(({ code }) => code),
        entry.code,
      ).toEqual([]);
    }
  });

  it('keep the pattern of a numbered code, whichever other codes a plan has', () => {
    const whole = zoneSymbols(layer, LIGHT, 'hatched', undefined);
    const few = { ...layer, entries: entries.filter(({ code }) => code === 'R-4' || code === 'RTH-6') };
    const part = zoneSymbols(few, LIGHT, 'hatched', undefined);
    for (const code of ['R-4', 'RTH-6']) expect(part.get(code)).toEqual(whole.get(code));
  });

  it.each([LIGHT, DARK])('tell all codes of a family apart by pattern in the safe colours', (palette) => {
    const symbols = zoneSymbols(layer, palette, 'safe', undefined);
    const looks = entries.map(({ code }) => `${familyOfCode(code)} ${symbols.get(code)?.hatch}`);
    expect(new Set(looks).size).toBe(entries.length);
  });

  it('are those of a tool, with its patterns, while it paints', () => {
    const permitted = { color: '#14703a', hatch: null, ink: 'light' } as const;
    const otherwise = { color: '#cccccc', hatch: 'dashes', ink: 'dark' } as const;
    const paint = { fills: new Map([['R-3', permitted]]), otherwise };
    const symbols = zoneSymbols(layer, LIGHT, 'hatched', paint);
    expect(symbols.get('R-3')).toEqual(permitted);
    expect(symbols.get('K-1')).toEqual(otherwise);
  });
});
