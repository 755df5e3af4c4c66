import type { CORRECTION_PROBLEM_CODES } from './problem.ts';
import { type ProblemText, text } from './problem-text-entry.ts';

/** Texts of {@link CORRECTION_PROBLEM_CODES}. */
export const CORRECTION_PROBLEM_TEXT: Readonly<
  Record<(typeof CORRECTION_PROBLEM_CODES)[number], ProblemText>
> = {
  rowUnknown: text(
    'Baris tidak dikenal',
    'Unknown row',
    'Baris itu tidak ada di balik jawaban untuk tempat dan tanggal ini. Buka lagi jawabannya, lalu pilih barisnya.',
    'No such row stands behind the answer for this place and day. Open the answer again and choose the row.',
  ),
  hiddenFieldFilled: text(
    'Isian tersembunyi terisi',
    'A hidden field is filled in',
    'Isian yang harus kosong terisi, mungkin oleh peramban. Kosongkan isian itu, lalu kirim lagi.',
    'A field that must stay empty is filled in, perhaps by the browser. Empty it and send again.',
  ),
};
