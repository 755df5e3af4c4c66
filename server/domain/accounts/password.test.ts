import { expect, it } from 'vitest';
import { isEasyPassword } from './password.ts';

const own = ['Siti Rahmawati', 'siti.rahmawati@example.go.id'];

it.each(['tujuh kapal biru pelan', 'Rz7!kq-92Lmx', 'четыре слова подряд', '🐠🐡🦈🐬🐳🦑🐙🦐🦞🦀🐚🪸'])(
  '%s is taken',
  (password) => expect(isEasyPassword(password, own)).toBe(false),
);

it.each([
  ['short', 'Rz7!kq-92Lm'],
  ['own name and a number', 'rahmawati1990'],
  ['own address', 'siti.rahmawati@example'],
  ['common words', 'balikpapan123456'],
  ['common words in other letters', 'BismillahRahasia'],
  ['few different characters', 'abababababab'],
  ['too long to hash', 'kata acak '.repeat(20)],
])('%s is refused', (_, password) => expect(isEasyPassword(password, own)).toBe(true));
