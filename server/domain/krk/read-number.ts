/** A number as people here write it: decimal comma, points between thousands; NaN is no number, and is refused. */
export function readNumber(text: string): number | null {
  if (text === '') return null;
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  return Number(text.replace(',', '.'));
}
