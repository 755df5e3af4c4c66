import { expect, test } from 'vitest';
import type { Release } from '#domain/release/release';
import { comparedAs } from './compared-as.ts';

const aRelease = (state: Release['state'], replaces: string | null, validFrom?: string) =>
  ({
    state,
    items: [{ layerId: 'rdtr-uji', versionId: 'b'.repeat(16), replaces }],
    approval: validFrom === undefined ? null : { validFrom },
  }) as unknown as Pick<Release, 'items' | 'state' | 'approval'>;
const before = 'a'.repeat(16);

test('an approval leaves the comparison as it is; another version in force makes it another one', () => {
  const asked = comparedAs(aRelease('diajukan', before));
  expect(comparedAs(aRelease('disetujui', before, '2026-03-01'))).toEqual(asked);
  expect(comparedAs(aRelease('diajukan', null)).key).not.toBe(asked.key);
});

test('what is published is compared on the day before it came in force, not with itself', () => {
  expect(comparedAs(aRelease('terbit', 'b'.repeat(16), '2026-03-01')).on).toBe('2026-02-28');
  expect(comparedAs(aRelease('disetujui', before, '2026-03-01')).on).toBeUndefined();
});
