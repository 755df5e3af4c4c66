/** Characters. Long beats complicated (NIST SP 800-63B-4). */
export const LEAST_PASSWORD_LENGTH = 12;
/** Characters; what is longer only keeps the processor busy. */
export const LONGEST_PASSWORD_LENGTH = 128;

/** What people try first, whatever is counted after it. */
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

/**
 * True for a password that somebody who knows the person would try: too short, made of their own words, of common words,
 * or of very few different characters.
 * @param ownWords name and address of the person
 */
export function isEasyPassword(password: string, ownWords: readonly string[]): boolean {
  const plain = password.toLowerCase();
  if ([...password].length < LEAST_PASSWORD_LENGTH || password.length > LONGEST_PASSWORD_LENGTH) return true;
  if (new Set(plain).size < 6) return true;
  const own = ownWords
    .flatMap((words) => words.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 4);
  let left = plain;
  for (const word of [...own, ...COMMON]) left = left.replaceAll(word, '');
  return [...left].length < LEAST_PASSWORD_LENGTH - 4;
}
