import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placesInSources } from './places-in-sources.ts';

describe('placesInSources', () => {
  let folder: string;
  const built = (name: string, line: number, column: number): string =>
    `Error: oh\n    at ask (${pathToFileURL(join(folder, name)).href}:${line}:${column})`;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'omod-map-'));
    // One built line, whose fifth column is line 7, column 3 of a source two folders up.
    const map = {
      version: 3,
      sources: ['../../server/ask.ts'],
      names: [],
      mappings: 'AAAA,IAME',
    };
    writeFileSync(join(folder, 'main.js.map'), JSON.stringify(map));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('names the place in the source that a built place comes from', () => {
    expect(placesInSources(built('main.js', 1, 5))).toBe('Error: oh\n    at ask (server/ask.ts:7:3)');
  });

  it('leaves a place as it is where no map is, and what is none', () => {
    const stack = `${built('other.js', 1, 5)}\n    at node:internal/process:1:2`;
    expect(placesInSources(stack)).toBe(stack);
  });
});
