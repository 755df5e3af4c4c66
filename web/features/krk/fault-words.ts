import type { formTexts } from './form-texts.ts';

type Words = { readonly [K in keyof typeof formTexts.id]: unknown };

/** Fields that ask for a measure say the same when it is none. */
const MEASURES = /^(heightM|footprintM2|floorAreaM2)\d?$/;

/** What is wrong with an answer, said at its field. */
export function faultWords(fault: string, t: Words): string {
  const [, second = '', third = ''] = fault.split('.');
  const asked = third === '' || /^\d+$/.test(third) ? second : third;
  const key = MEASURES.test(asked)
    ? 'wrong.measure'
    : `wrong.${asked.replace(/^basementFloors$/, 'floors').replace(/\d$/, '')}`;
  const words = t[key as keyof Words];
  return typeof words === 'string' ? words : String(t.toMend);
}
