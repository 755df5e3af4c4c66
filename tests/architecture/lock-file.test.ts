import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const packages: Record<string, LockedPackage> = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
).packages;

/** Where Node would look for a dependency of the package at this path, nearest first. */
function placesFor(name: string, path: string): string[] {
  const places = [`${path}/node_modules/${name}`];
  for (let at = path.lastIndexOf('node_modules/'); at > 0; at = path.lastIndexOf('node_modules/', at - 1)) {
    places.push(`${path.slice(0, at)}node_modules/${name}`);
  }
  return [...places, `node_modules/${name}`];
}

it('the lock file names the packages of every platform, without which "npm ci" refuses it', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !placesFor(name, path).some((place) => place in packages),
    ),
  );
  expect(missing).toEqual([]);
});

it('the lock file names no place to download from', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});
