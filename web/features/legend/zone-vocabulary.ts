/**
 * English for the parent zones of the national vocabulary, by their fixed Indonesian name. A help beside the original,
 * which alone has force; a name that is not here stays untranslated.
 *
 * @source Permen ATR/BPN 14/2021 (names); the translation is this project's own.
 */
const ENGLISH: Readonly<Record<string, string>> = {
  'Badan Air': 'Water bodies',
  'Badan Jalan': 'Roads',
  Campuran: 'Mixed use',
  'Cagar Budaya': 'Cultural heritage',
  'Ekosistem Mangrove': 'Mangrove ecosystem',
  'Hutan Adat': 'Customary forest',
  'Pertahanan dan Keamanan': 'Defence and security',
  'Hutan Lindung': 'Protection forest',
  Perikanan: 'Fisheries',
  'Perdagangan dan Jasa': 'Trade and services',
  Pergaraman: 'Salt production',
  'Hutan Produksi': 'Production forest',
  'Kawasan Peruntukan Industri': 'Industrial area',
  'Perkebunan Rakyat': 'Smallholder plantation',
  Konservasi: 'Conservation',
  Perkantoran: 'Offices',
  'Lindung Gambut': 'Peat protection',
  'Lindung Geologi': 'Geological protection',
  Pertanian: 'Agriculture',
  'Peruntukan Lainnya': 'Other uses',
  'Pos Lintas Batas Negara': 'State border post',
  'Pengelolaan Persampahan': 'Waste management',
  'Perlindungan Setempat': 'Local protection',
  'Pembangkitan Tenaga Listrik': 'Power generation',
  Perumahan: 'Housing',
  'Ruang Terbuka Hijau': 'Green open space',
  'Ruang Terbuka Non Hijau': 'Paved open space',
  'Sentra Industri Kecil Menengah': 'Small and medium industry',
  'Sarana Pelayanan Umum': 'Public facilities',
  Pertambangan: 'Mining',
  Transportasi: 'Transport',
  Pariwisata: 'Tourism',
};

/** The English of a parent zone's name; null when the vocabulary does not hold it. */
export const englishZoneName = (name: string): string | null => ENGLISH[name] ?? null;
