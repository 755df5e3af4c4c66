import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles, projectRoot, readText } from '../support/source-files.ts';

const TOP_LEVEL = 'web|server|data|tiles|scripts|tests';
const files = listFiles();
const papers = files.filter((path) => path.endsWith('.md') && !path.startsWith('tests/fixtures/'));

/** Paths that exist on a machine that has run the product, not in the repository. */
const isMade = (path: string) => path.startsWith('tiles/published');

/**
 * Paths below the root that a document names in `code`; a braced list is written out, `*` and `<name>` stay as wildcards.
 */
function readPaths(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)]
    .map((match) => (match[1] ?? '').replace(/:\s.*$/, ''))
    .filter((path) => new RegExp(`^(${TOP_LEVEL})/[\\w./{},*<>@-]*$`).test(path))
    .flatMap(expandBraces);
}

function expandBraces(path: string): string[] {
  const match = /^(.*)\{([^}]*)\}(.*)$/.exec(path);
  return match === null
    ? [path]
    : (match[2] ?? '').split(',').flatMap((part) => expandBraces(`${match[1]}${part}${match[3]}`));
}

function exists(path: string): boolean {
  if (!/[*<]/.test(path)) return existsSync(join(projectRoot, path));
  const pattern = new RegExp(
    `^${path
      .replace(/[.]/g, '\\.')
      .replace(/\*\*/g, '.+')
      .replace(/\*|<[^>]*>/g, '[^/]+')}`,
  );
  return files.some((file) => pattern.test(file));
}

it('reads paths out of code spans, braces written out', () => {
  expect(readPaths('see `server/main.ts`, `tests/{db,api}` and `npm run dev`, not server/other.ts')).toEqual([
    'server/main.ts',
    'tests/db',
    'tests/api',
  ]);
  expect(exists('server/features/<feature>/queries.ts')).toBe(true);
  expect(exists('server/features/<feature>/controllers.ts')).toBe(false);
});

describe.each(papers)('%s', (paper) => {
  it('names only paths that exist', () => {
    const missing = readPaths(readText(paper)).filter((path) => !isMade(path) && !exists(path));
    expect(missing).toEqual([]);
  });

  it('links only to files that exist', () => {
    const missing = [...readText(paper).matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
      .map((match) => match[1] ?? '')
      .filter((link) => !/^(https?:|mailto:)/.test(link))
      .filter((link) => !existsSync(join(projectRoot, posix.dirname(paper), link)));
    expect(missing).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  const text = readText('ARCHITECTURE.md');
  const section = (title: string) => text.split(/^## /m).find((part) => part.startsWith(title)) ?? '';

  it('stays short enough to be read before the first line of code', () => {
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(150);
    expect(text).toContain(
      '`web` asks, `server` answers, `data` holds, `tiles` draws, `scripts` runs, `tests` proves.',
    );
  });

  it('follows a lookup from the hand to the rule and back, through files that exist', () => {
    const paths = readPaths(section('Life of a lookup'));
    expect(paths.length).toBeGreaterThanOrEqual(10);
    expect(paths.filter((path) => !exists(path))).toEqual([]);
    for (const room of [
      'web/features/lookup/',
      'server/features/lookup/',
      'data/functions/',
      'server/domain/zoning/',
    ])
      expect(
        paths.some((path) => path.startsWith(room)),
        room,
      ).toBe(true);
  });

  it('explains the forty words that one must know', () => {
    const rows = section('Glossary').match(/^\| (?!Word|---).*\|$/gm) ?? [];
    expect(rows).toHaveLength(40);
    expect(rows).toEqual([...rows].sort((a, b) => a.localeCompare(b, 'en')));
  });
});
