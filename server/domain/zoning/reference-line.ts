/** What a distance is measured from, as far as the data can tell. */
export type MeasuredFrom = 'axis' | 'reserve' | 'border';

/**
 * The line that a rule measures from, as the data can locate it: the road's axis, the edge of its reserve, the border of
 * the parcel. Gutters, fences, banks and power lines are not in the data: null, never something near.
 */
export function readReferenceLine(text: string | null): MeasuredFrom | null {
  const words = (text ?? '').trim().toLowerCase().replace(/\s+/g, ' ');
  if (/^(?:garis )?(?:as|sumbu) jalan$/.test(words)) return 'axis';
  if (/^(?:(?:batas|tepi) )?(?:rumija|ruang milik jalan|damija)$/.test(words)) return 'reserve';
  if (/^batas (?:persil|bidang|bidang tanah|kavling|kapling|tanah)$/.test(words)) return 'border';
  return null;
}
