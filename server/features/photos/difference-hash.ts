/** The small grey picture that is hashed: each of its pixels is compared with the one to its right. */
export const PRINT_COLUMNS = 9;
export const PRINT_ROWS = 8;

/**
 * Bits that two hashes may differ in and still be of one picture. What only makes it smaller, lighter or written anew
 * changes few of them; other pictures differ in about half of 64 (both are measured in photo-print.test.ts).
 */
export const MOST_DIFFERENT_BITS = 6;

/**
 * Difference hash of a picture of {@link PRINT_COLUMNS} × {@link PRINT_ROWS} grey pixels: one bit for each pixel that is
 * lighter than its neighbour to the right.
 * @returns 16 hexadecimal digits
 * @source N. Krawetz, "Kind of Like That" (2013)
 */
export function differenceHash(grey: Uint8Array): string {
  let hash = 0n;
  for (let row = 0; row < PRINT_ROWS; row += 1)
    for (let column = 0; column + 1 < PRINT_COLUMNS; column += 1) {
      const at = row * PRINT_COLUMNS + column;
      hash = (hash << 1n) | ((grey[at] ?? 0) > (grey[at + 1] ?? 0) ? 1n : 0n);
    }
  return hash.toString(16).padStart(16, '0');
}

/**
 * How a picture looks in each of the eight ways in which it can be laid on a table, that it came in first, its mirror second.
 * @param upright {@link PRINT_COLUMNS} × {@link PRINT_ROWS} grey pixels of it
 * @param sideways {@link PRINT_ROWS} × {@link PRINT_COLUMNS} of it: turned by a quarter, they are columns and rows of the others
 */
export function printsOf(upright: Uint8Array, sideways: Uint8Array): readonly string[] {
  const turned = quarterTurned(sideways);
  return [upright, turned]
    .flatMap((grey) => [grey, mirrored(grey), halfTurned(grey), mirrored(halfTurned(grey))])
    .map(differenceHash);
}

/** The same picture, seen in a mirror. */
const mirrored = (grey: Uint8Array): Uint8Array =>
  grey.map((_, at) => {
    const column = at % PRINT_COLUMNS;
    return grey[at - column + PRINT_COLUMNS - 1 - column] ?? 0;
  });
const halfTurned = (grey: Uint8Array): Uint8Array => grey.toReversed();
const quarterTurned = (grey: Uint8Array): Uint8Array =>
  grey.map((_, at) => {
    const [row, column] = [Math.floor(at / PRINT_COLUMNS), at % PRINT_COLUMNS];
    return grey[(PRINT_COLUMNS - 1 - column) * PRINT_ROWS + row] ?? 0;
  });
