/** Characters. Long beats complicated (NIST SP 800-63B-4). */
export const LEAST_PASSWORD_LENGTH = 12;
/** Characters; what is longer only keeps the processor busy. */
export const LONGEST_PASSWORD_LENGTH = 128;

/** What people here try first, whatever is counted after it; beside the list of common passwords of the world. */
const COMMON = [
  'password',
  'katasandi',
  'rahasia',
  'balikpapan',
  'indonesia',
  'qwerty',
  '123456',
  'admin',
  'bismillah',
];

/** So many common passwords in a row are still one that is guessed; four unrelated words are not. */
const GUESSED_PARTS = 2;
const SHORTEST_PART = 5;
const LONGEST_PART = 24;

/** Signs that people put in the place of letters. */
const LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/**
 * True for a password that somebody who knows the person would try: too short, made of their own words, of common words or
 * passwords, or of very few different characters.
 * @param ownWords name and address of the person
 * @param common passwords that are tried first everywhere, in small letters
 */
export function isEasyPassword(
  password: string,
  ownWords: readonly string[],
  common: ReadonlySet<string> = new Set(),
): boolean {
  const plain = password.toLowerCase();
  if ([...password].length < LEAST_PASSWORD_LENGTH || password.length > LONGEST_PASSWORD_LENGTH) return true;
  if (new Set(plain).size < 6) return true;
  const own = ownWords
    .flatMap((words) => words.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 4);
  let left = plain;
  for (const word of [...own, ...COMMON]) left = left.replaceAll(word, '');
  if ([...left].length < LEAST_PASSWORD_LENGTH - 4) return true;
  const parts = partsOf(plain, common);
  return parts > 0 && parts <= GUESSED_PARTS;
}

const asLetters = (text: string): string => text.replace(/[013457@$!]/g, (sign) => LETTERS[sign] ?? sign);

/** The least number of common passwords that a text is put together from, with digits and signs between; Infinity when it is not. */
function partsOf(text: string, common: ReadonlySet<string>): number {
  const least = [0];
  for (let end = 1; end <= text.length; end += 1) {
    let best = /[\p{L}]/u.test(text.charAt(end - 1))
      ? Number.POSITIVE_INFINITY
      : (least[end - 1] ?? Infinity);
    for (let length = SHORTEST_PART; length <= Math.min(LONGEST_PART, end); length += 1)
      if (isIn(common, text.slice(end - length, end)))
        best = Math.min(best, (least[end - length] ?? Infinity) + 1);
    least.push(best);
  }
  return least[text.length] ?? Number.POSITIVE_INFINITY;
}

const isIn = (common: ReadonlySet<string>, part: string): boolean =>
  common.has(part) || common.has(asLetters(part));
