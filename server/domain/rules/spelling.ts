/** Words that carry no meaning in "kalau saya mau bikin bengkel di sini, boleh?" and are left out of a query. */
const FILLER = new Set(
  [
    'saya aku kami kita mau ingin pengen akan kalau apakah apa adakah ada boleh bolehkah bisa bisakah dapat dapatkah kah',
    'bikin buat membuat buka membuka bangun membangun mendirikan mulai usaha jualan jual jasa untuk di ke dari yang dan',
    'atau sini disini ini sana disana ya dong sih tolong lokasi tempat tempatnya tanah lahan',
    'may can could i we my to open build start run make have set up want would like is it allowed permitted a an the here',
    'this place for',
  ].flatMap((line) => line.split(' ')),
);

/** Lower case, no accents, letters and digits only, single spaces. */
export const normalText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The words of a text, normalised. */
export const tokensOf = (text: string): readonly string[] =>
  normalText(text)
    .split(' ')
    .filter((token) => token !== '');

/** Tokens of a question without its filler words; all of them when nothing else is left. */
export const queryTokens = (text: string): readonly string[] => {
  const all = tokensOf(text);
  const meant = all.filter((token) => !FILLER.has(token));
  return meant.length > 0 ? meant : all;
};

/** Old and foreign spellings folded onto one: photocopy → fotokopi, cafe → kafe, apotik → apotek, kost → kos. */
export const foldSpelling = (token: string): string =>
  token
    .replace(/oe/g, 'u')
    .replace(/dj/g, 'j')
    .replace(/tj/g, 'c')
    .replace(/ph/g, 'f')
    .replace(/[vp]/g, 'f')
    .replace(/ck|q|c(?=[aoukl]|$)/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/th/g, 't')
    .replace(/sh|sy/g, 's')
    .replace(/y$/, 'i')
    .replace(/z/g, 's')
    .replace(/(.)\1/g, '$1')
    .replace(/ik$/, 'ek')
    .replace(/st$/, 's');

const PREFIXES = ['meng', 'meny', 'mem', 'men', 'peng', 'peny', 'pem', 'pen', 'per', 'ber', 'pe', 'me'];
const SUFFIXES = ['annya', 'nya', 'kan', 'an'];
const SHORTEST_STEM = 4;

/** Takes one affix off each end where at least four letters stay: pencucian → cuci, penjualan → jual. */
export const lightStem = (token: string): string => {
  const suffix = SUFFIXES.find((end) => token.endsWith(end) && token.length - end.length >= SHORTEST_STEM);
  const bare = suffix === undefined ? token : token.slice(0, -suffix.length);
  const prefix = PREFIXES.find(
    (start) => bare.startsWith(start) && bare.length - start.length >= SHORTEST_STEM,
  );
  return prefix === undefined ? bare : bare.slice(prefix.length);
};

/**
 * Edits (insert, drop, replace, swap neighbours) that turn `a` into `b`, or `limit + 1` when it takes more.
 * @source optimal string alignment distance
 */
export const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1);
};

/** A word with everything that comparing needs, worked out once. */
export type Word = { readonly text: string; readonly folded: string; readonly stem: string };

/** Works out the folded spelling and the stem of a normalised word. */
export const toWord = (text: string): Word => {
  const folded = foldSpelling(text);
  return { text, folded, stem: foldSpelling(lightStem(text)) };
};

/** How alike two words are, 0–1: the same, the same spelling, the same stem, a beginning, one or two slips. */
export const wordLikeness = (query: Word, target: Word): number => {
  if (query.text === target.text) return 1;
  if (query.folded === target.folded) return 0.97;
  if (query.stem === target.stem) return 0.9;
  const [shorter, longer] = [query.folded, target.folded];
  if (shorter.length >= 3 && longer.startsWith(shorter)) return 0.7 + 0.2 * (shorter.length / longer.length);
  const length = Math.min(shorter.length, longer.length);
  if (length < 4) return 0;
  const limit = length >= 7 ? 2 : 1;
  const distance = editDistance(shorter, longer, limit);
  // One letter of four is a suggestion, not a verdict: "proto" is no photographer.
  return distance > limit ? 0 : 0.92 - (length === 4 ? 0.2 : 0.12) * distance;
};
