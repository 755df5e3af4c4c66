import { expect, it } from 'vitest';
import { redact } from './redact.ts';

it.each([
  ['Hubungi 0812-3456-7890 ya', 'Hubungi [disamarkan] ya'],
  ['WA +62 812 3456 7890.', 'WA [disamarkan].'],
  ['NIK 6471030101900001', 'NIK [disamarkan]'],
  ['surel budi.santoso@contoh.co.id sekarang', 'surel [disamarkan] sekarang'],
  ['akun @budi_s di sana', 'akun [disamarkan] di sana'],
  ['truk KT 1234 AB lewat', 'truk [disamarkan] lewat'],
  ['WA 0812–3456–7890', 'WA [disamarkan]'],
  ['WA 0812/3456/7890', 'WA [disamarkan]'],
  ['WA 0812_3456_7890', 'WA [disamarkan]'],
  ['surel budi(at)gmail.com', 'surel [disamarkan]'],
  ['surel budi [at] gmail.com', 'surel [disamarkan]'],
  ['motor kt 1234 ab parkir', 'motor [disamarkan] parkir'],
  ['Yth. Ibu Sri Rahayu di RT 12', 'Yth. Ibu [disamarkan] di RT 12'],
  ['Bapak H. Anton, terima kasih', 'Bapak [disamarkan], terima kasih'],
])('%s', (text, redacted) => expect(redact(text)).toBe(redacted));

it.each([
  'Bangunan 3 lantai, 12,5 m dari jalan',
  'KDB 60 dan RT 12/05',
  'Sejak 1-11-2026',
  'Sejak 2026-11-01',
  'RTRW 2012–2032',
  'Ibu Kota Nusantara, Bapak Camat',
  'jarak 200 m ab initio',
])('%s stays', (text) => expect(redact(text)).toBe(text));

it('costs the length of the text, not its square', () => {
  // By steps that a backtracking engine would need: 400,000 letters squared would not end in the life of this test.
  const long = 'a'.repeat(400_000);
  expect(redact(long)).toBe(long);
  expect(redact(`${'1-'.repeat(3)}${long}`)).toBe(`${'1-'.repeat(3)}${long}`);
});
