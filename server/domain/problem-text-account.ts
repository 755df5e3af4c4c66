import type { ACCOUNT_PROBLEM_CODES } from './problem.ts';
import { type ProblemText, text } from './problem-text-entry.ts';

/** Texts of {@link ACCOUNT_PROBLEM_CODES}. None of them says whether an account exists. */
export const ACCOUNT_PROBLEM_TEXT: Readonly<Record<(typeof ACCOUNT_PROBLEM_CODES)[number], ProblemText>> = {
  signInNeeded: text(
    'Perlu masuk',
    'Sign-in needed',
    'Masuklah lebih dahulu. Sesi yang sudah berakhir atau dicabut tidak berlaku lagi.',
    'Sign in first. A session that has ended or was revoked holds no more.',
  ),
  secondFactorNeeded: text(
    'Perlu verifikasi dua langkah',
    'Second factor needed',
    'Peran Anda meminta verifikasi dua langkah: pasang atau masukkan kodenya lebih dahulu.',
    'Your role asks for a second factor: set it up or enter its code first.',
  ),
  notAllowed: text(
    'Tidak berwenang',
    'Not allowed',
    'Peran Anda tidak mencakup tindakan ini. Bila perlu, mintalah kepada administrator.',
    'Your role does not cover this. If you need it, ask an administrator.',
  ),
  secondPersonNeeded: text(
    'Perlu orang kedua',
    'A second person is needed',
    'Ini harus diputuskan oleh orang lain: Anda ikut menyiapkannya, atau ini menyangkut Anda.',
    'Somebody else has to decide this: you helped to prepare it, or it concerns you.',
  ),
  otherOrigin: text(
    'Permintaan dari situs lain',
    'Request from another site',
    'Permintaan ini datang dari halaman situs lain dan ditolak. Tidak ada yang berubah.',
    'This request came from a page of another site and was refused. Nothing was changed.',
  ),
};
