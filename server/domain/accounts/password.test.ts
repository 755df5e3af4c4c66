import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isEasyPassword } from './password.ts';

const common = new Set(
  readFileSync(join(import.meta.dirname, '../../../data/code-lists/common-passwords.txt'), 'utf8').split(
    '\n',
  ),
);
const own = ['Siti Rahmawati', 'siti.rahmawati@example.go.id'];

it.each([
  'tujuh kapal biru pelan',
  'Rz7!kq-92Lmx',
  'четыре слова подряд',
  '🐠🐡🦈🐬🐳🦑🐙🦐🦞🦀🐚🪸',
  'correct horse battery staple',
])('%s is taken', (password) => expect(isEasyPassword(password, own, common)).toBe(false));

it.each([
  ['short', 'Rz7!kq-92Lm'],
  ['own name and a number', 'rahmawati1990'],
  ['own address', 'siti.rahmawati@example'],
  ['common words', 'balikpapan123456'],
  ['common words in other letters', 'BismillahRahasia'],
  ['few different characters', 'abababababab'],
  ['a common password', 'qwertyuiop123'],
  ['two common passwords', 'superman-sunshine!'],
  ['a common password with signs for letters', 'Chr1st0ph3r2024!'],
  ['too long to hash', 'kata acak '.repeat(20)],
])('%s is refused', (_, password) => expect(isEasyPassword(password, own, common)).toBe(true));
