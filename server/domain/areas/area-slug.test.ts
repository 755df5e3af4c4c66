import { expect, test } from 'vitest';
import { slugOf, slugsOf } from './area-slug.ts';

test('a name becomes an address that can be read aloud', () => {
  expect(slugOf('Gunung Sari Ilir')).toBe('gunung-sari-ilir');
  expect(slugOf("  Karang Réjo / Ma'rif ")).toBe('karang-rejo-ma-rif');
});

test('two kelurahan of one name are told apart by their kecamatan, the others are left alone', () => {
  expect(
    slugsOf([
      { name: 'Damai', kecamatan: 'Balikpapan Kota' },
      { name: 'Sungai Jaya', kecamatan: 'Utara' },
      { name: 'SUNGAI JAYA', kecamatan: 'Selatan' },
    ]),
  ).toEqual(['damai', 'sungai-jaya-utara', 'sungai-jaya-selatan']);
});
