import { expect, it } from 'vitest';
import { isSource, isTest, listFiles, readText } from '../support/source-files.ts';
import { readModule } from './read-module.ts';

const files = listFiles();
const isBinary = /\.(woff2?|png|jpe?g|webp|ico|pmtiles|gz|zip|gpkg|xlsx|pdf|dbf|shp|shx|mvt|fgb|kmz|dump)$/;
const texts = files.filter((path) => !isBinary.test(path) && path !== 'package-lock.json');
const ownTexts = texts.filter((path) => !path.startsWith('tests/fixtures/'));
const sources = files.filter(isSource);

/** Lines in which a pattern occurs, as `path:line: what was found`. */
const find = (
  paths: readonly string[],
  pattern: RegExp,
  read: (path: string) => string = readText,
): string[] =>
  paths.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, index) => {
        const found = pattern.exec(line)?.[0];
        return found === undefined ? [] : [`${path}:${index + 1}: ${found.trim()}`];
      }),
  );
const codeOf = (path: string): string => readModule(path, readText(path)).code;

it('nothing is left to be done in a comment', () => {
  const unfinished = new RegExp(
    `\\b(${['TO', 'FIX'].map((start) => start + (start === 'TO' ? 'DO' : 'ME')).join('|')})\\b:?`,
  );
  const allowed = new Set(['CONTRIBUTING.md']);
  expect(
    find(
      ownTexts.filter((path) => !allowed.has(path)),
      unfinished,
    ),
  ).toEqual([]);
});

it('only scripts write to the terminal', () => {
  const quiet = sources.filter((path) => !path.startsWith('scripts/') && !isTest(path));
  // Names of files, such as web/console.html, are no calls.
  expect(find(quiet, /\bconsole\.(?!(?:html|tsx|css)\b)\w+/, codeOf)).toEqual([]);
});

it('the environment is read in server/env.ts alone, and by scripts and tests', () => {
  const others = sources.filter(
    (path) =>
      path !== 'server/env.ts' && path !== 'vite.config.ts' && !path.startsWith('scripts/') && !isTest(path),
  );
  expect(find(others, /\bprocess\.env\b|\bimport\.meta\.env\b(?!\.SSR)/, codeOf)).toEqual([]);
});

it('SQL text is never put together from strings outside the places that say why', () => {
  const allowed = new Set(['server/platform/migrate.ts']);
  const code = sources.filter((path) => !isTest(path) && !path.startsWith('scripts/') && !allowed.has(path));
  expect(find(code, /\.unsafe\(/, codeOf)).toEqual([]);
});

it('SQL of a feature stands in its queries, nowhere else', () => {
  const features = sources.filter(
    (path) => path.startsWith('server/features/') && !isTest(path) && !path.endsWith('/queries.ts'),
  );
  expect(find(features, /\b(sql|tx)`|\b(sql|tx)<[^>]*>`/, codeOf)).toEqual([]);
});

it('the product asks the clock, it does not read it', () => {
  const code = sources.filter(
    (path) => /^(server\/domain|server\/features|tiles)\//.test(path) && !isTest(path),
  );
  expect(find(code, /\bnew Date\(\)|\bDate\.now\(\)|\bMath\.random\(\)/, codeOf)).toEqual([]);
});

it('what comes in a file of its own comes by one way, which can be asked for again', () => {
  const code = sources.filter((path) => path.startsWith('web/') && !isTest(path));
  expect(find(code, /\blazy\(|<Suspense\b/, codeOf)).toEqual([]);
});

it('no file knows the machine that it was written on', () => {
  const folders = ['work', 'root', 'home', 'Users'].join('|');
  // The documentation's address of a unix socket or of an example file is not a machine's own.
  expect(find(texts, new RegExp(`(?<![\\w.:/*@{}\\])-])/(${folders})/[\\w.-]+|[A-Z]:\\\\Users\\\\`))).toEqual(
    [],
  );
});

it('the repository refers to nothing beside itself', () => {
  const beside = new RegExp(`\\.\\./${'sha' + 'red'}\\b`);
  expect(find(texts, beside)).toEqual([]);
  const hosts = ['registry.npmjs', 'registry.yarnpkg', 'pypi', 'proxy.golang'].map((name) => `${name}\\.org`);
  expect(
    find(texts.concat('package-lock.json'), new RegExp(`${hosts.join('|')}|/artifact${'ory'}/`)),
  ).toEqual([]);
  expect(find(ownTexts, /\b(this|previous|earlier|another|last|next) session\b/i)).toEqual([]);
});

it('everything in a demonstration says that it is one', () => {
  expect(readText('README.md')).toContain('DATA CONTOH – BUKAN DATA RESMI');
});
