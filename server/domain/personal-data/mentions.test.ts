import { describe, expect, test } from 'vitest';
import { mentions, withoutMentions } from './mentions.ts';

const phone = '0812 3456 7890';
const email = 'wayan.a@contoh.example';
const nik = '6471014107900001';

describe('a person is found in what was written freely', () => {
  test.each([
    '081234567890',
    '+62 812-3456-7890',
    '62812 34567890',
    '+62 (0)812 3456 7890',
    '0062 812 3456 7890',
    'WA 0812.3456.7890, sore hari',
    '812-3456-7890',
    'RT 5 0812 3456 7890',
  ])('by their telephone, written as %s', (text) => {
    expect(mentions(text, { phone })).toBe(true);
    expect(mentions(text, { phone: '+6281234567890' })).toBe(true);
    expect(withoutMentions(text, { phone })).not.toMatch(/\d{3}/);
  });

  test.each([
    '0812345678901',
    '+65 812 3456 7890',
    '+1 (812) 3456-7890',
    '10812345678 90',
    '0812 3456 7891',
    'KDB 60 %, bukan 50 %',
    '',
  ])('and nobody else is: %s is another number', (text) => expect(mentions(text, { phone })).toBe(false));

  test('by their address, alone or in a sentence, in any case', () => {
    for (const text of [email, 'Balas ke Wayan.A@CONTOH.example.', `<${email}>`, `${email}, atau telepon`])
      expect(mentions(text, { email }), text).toBe(true);
    for (const text of [
      'b.wayan.a@contoh.example',
      `${email}.id`,
      'wayanxa@contoh.example',
      'wayan.a@contoh-example',
      'wayan.a@contoh.examples',
    ])
      expect(mentions(text, { email }), text).toBe(false);
  });

  test('by their NIK, and by nothing when nothing is known', () => {
    expect(mentions('NIK 6471 0141 0790 0001', { nik })).toBe(true);
    expect(mentions(`9${nik}`, { nik })).toBe(false);
    expect(mentions(`${nik} ${email}`, {})).toBe(false);
    expect(withoutMentions(`${nik} ${email}`, {})).toBe(`${nik} ${email}`);
  });

  test('and what names them is taken out, the rest stays, and nothing grows', () => {
    const text = `Angka KDB salah. Hubungi ${email} atau 0812-3456-7890. Pasal 12 ayat 3 menyebut 60 %.`;
    const rest = withoutMentions(text, { email, phone });
    expect(rest).toBe('Angka KDB salah. Hubungi […] atau […]. Pasal 12 ayat 3 menyebut 60 %.');
  });

  test('in the time that a page takes, whatever was written', () => {
    const hostile = `${'0'.repeat(900)}${' ('.repeat(500)}`;
    expect(mentions(hostile, { phone, email, nik })).toBe(false);
  });
});
