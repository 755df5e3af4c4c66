import { expect, test } from 'vitest';
import { doneOnce, onceKey } from './once-key.ts';

test('a wish keeps its key until it is done, and another wish has another one', () => {
  const key = onceKey('POST /a {}');
  expect(key).toMatch(/^[0-9a-f]{32}$/);
  expect(onceKey('POST /a {}')).toBe(key);
  expect(onceKey('POST /b {}')).not.toBe(key);
  doneOnce('POST /a {}');
  expect(onceKey('POST /a {}')).not.toBe(key);
});

test('two files of one name are two wishes', () => {
  const [one, other] = [new File(['a'], 'rdtr.zip'), new File(['b'], 'rdtr.zip')];
  expect(onceKey(one)).toBe(onceKey(one));
  expect(onceKey(one)).not.toBe(onceKey(other));
});
