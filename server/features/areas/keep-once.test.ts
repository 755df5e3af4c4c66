import { describe, expect, it } from 'vitest';
import { keepOnce } from './keep-once.ts';

describe('kept summaries', () => {
  it('are made once for everybody who asks at once, and again when it failed or there was none', async () => {
    const kept = keepOnce<string | null>();
    let made = 0;
    const make = async () => `${++made}`;
    expect(await Promise.all([kept.get('a', make), kept.get('a', make)])).toEqual(['1', '1']);
    expect(await kept.get('a', make)).toBe('1');
    await expect(kept.get('b', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await kept.get('b', make)).toBe('2');
    expect(await kept.get('c', async () => null)).toBeNull();
    expect(await kept.get('c', make)).toBe('3');
  });

  it('are forgotten when they were not used for the longest time', async () => {
    const kept = keepOnce<number>(2);
    let made = 0;
    const ask = (key: string) => kept.get(key, async () => ++made);
    expect([await ask('a'), await ask('b'), await ask('a'), await ask('c')]).toEqual([1, 2, 1, 3]);
    expect([await ask('a'), await ask('b')]).toEqual([1, 4]);
  });
});
