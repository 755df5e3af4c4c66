import { expect, it } from 'vitest';
import { redact } from './redact.ts';

it.each([
  ['Hubungi 0812-3456-7890 ya', 'Hubungi [disamarkan] ya'],
  ['WA +62 812 3456 7890.', 'WA [disamarkan].'],
  ['NIK 6471030101900001', 'NIK [disamarkan]'],
  ['surel budi.santoso@contoh.co.id sekarang', 'surel [disamarkan] sekarang'],
  ['akun @budi_s di sana', 'akun [disamarkan] di sana'],
  ['truk KT 1234 AB lewat', 'truk [disamarkan] lewat'],
])('%s', (text, redacted) => expect(redact(text)).toBe(redacted));

it.each(['Bangunan 3 lantai, 12,5 m dari jalan', 'KDB 60 dan RT 12/05', 'Sejak 1-11-2026'])(
  '%s stays',
  (text) => expect(redact(text)).toBe(text),
);
