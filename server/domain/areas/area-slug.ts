/** `Gunung Sari Ilir` → `gunung-sari-ilir`: letters and digits of a name, words joined. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * An address for each area, in the order given: its name, with the area above it where two have the same name.
 *
 * @param areas each with its name and that of the area above it
 */
export function slugsOf(
  areas: readonly { readonly name: string; readonly kecamatan: string | null }[],
): string[] {
  const plain = areas.map(({ name }) => slugOf(name));
  return areas.map(({ kecamatan }, index) => {
    const slug = plain[index] ?? '';
    const isOnce = plain.filter((other) => other === slug).length === 1;
    return isOnce || kecamatan === null ? slug : `${slug}-${slugOf(kecamatan)}`;
  });
}
