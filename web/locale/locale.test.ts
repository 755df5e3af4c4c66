import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { id } from './id.ts';

const kindOf = (text: unknown) => (typeof text === 'function' ? `function of ${text.length}` : typeof text);
const kinds = (texts: object) => Object.entries(texts).map(([key, text]) => `${key}: ${kindOf(text)}`);

describe('the texts of the interface', () => {
  it('exist in both languages, with the same parameters', () => {
    expect(kinds(en).sort()).toEqual(kinds(id).sort());
    expect(Object.keys(id).length).toBeGreaterThan(100);
  });

  it('are never empty, and never left in the other language by mistake', () => {
    const plain = Object.entries<unknown>(id).flatMap(([key, text]) =>
      typeof text === 'string' ? [{ key, text }] : [],
    );
    expect(plain.filter(({ text }) => text.trim() === '')).toEqual([]);
    const english = new Map<string, unknown>(Object.entries(en));
    // Words of the law and names stay as they are, and so does the mark of demonstration data; whole sentences do not.
    const same = plain.filter(
      ({ key, text }) => key !== 'app.demo' && english.get(key) === text && text.split(' ').length > 4,
    );
    expect(same.map(({ key }) => key)).toEqual([]);
  });
});
