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
  signInRefused: text(
    'Surel atau kata sandi tidak cocok',
    'Address or password does not match',
    'Surel dan kata sandi tidak cocok, atau akun itu ditutup. Periksa penulisannya, lalu coba lagi.',
    'The address and the password do not match, or the account is closed. Check the spelling and try again.',
  ),
  codeRefused: text(
    'Kode tidak cocok',
    'Code does not match',
    'Kode itu salah, sudah dipakai, atau waktunya habis. Tunggu kode berikutnya; bila tetap gagal, masuklah dari awal.',
    'The code is wrong, was used before, or its time is over. Wait for the next one; if it still fails, sign in again.',
  ),
  tooManyTries: text(
    'Terlalu banyak percobaan',
    'Too many tries',
    'Dari perangkat ini sudah terlalu sering dicoba. Coba lagi {waitSeconds} detik lagi; orang lain tidak terkena.',
    'There were too many tries from this device. Try again in {waitSeconds} seconds; nobody else is affected.',
  ),
  invitationGone: text(
    'Undangan tidak berlaku',
    'Invitation does not hold',
    'Undangan ini sudah dipakai, dicabut, atau lewat waktunya. Mintalah undangan baru kepada administrator.',
    'This invitation was used, withdrawn, or is too old. Ask an administrator for a new one.',
  ),
  passwordTooEasy: text(
    'Kata sandi terlalu mudah ditebak',
    'Password too easy to guess',
    'Pakailah paling sedikit {least} huruf yang tidak memuat nama atau surel Anda, misalnya empat kata yang tidak berkaitan.',
    'Use at least {least} characters that hold neither your name nor your address, such as four unrelated words.',
  ),
  secondFactorSet: text(
    'Verifikasi dua langkah sudah terpasang',
    'Second factor is set up already',
    'Akun ini sudah memakainya. Bila ponselnya hilang, mintalah administrator melepasnya lebih dahulu.',
    'This account uses one already. If the phone is lost, ask an administrator to remove it first.',
  ),
  roleIncomplete: text(
    'Peran belum lengkap',
    'Role is not complete',
    'Peran {role} memerlukan {missing}.',
    'The role {role} needs {missing}.',
  ),
  producerUnknown: text(
    'Instansi tidak ada dalam daftar',
    'Agency is not in the list',
    'Instansi “{producerId}” tidak ada dalam daftar, atau sudah ditutup. Walidata menambahkannya di Konsol → Instansi.',
    'The agency “{producerId}” is not in the list, or was closed. The walidata adds it in the console, under Agencies.',
  ),
  producerExists: text(
    'Instansi sudah ada',
    'Agency exists',
    'Kode “{producerId}” sudah dipakai sebuah instansi.',
    'The code “{producerId}” is that of an agency already.',
  ),
  kelurahanUnknown: text(
    'Kelurahan tidak dikenal',
    'Unknown kelurahan',
    'Tidak ada kelurahan dengan kode “{kelurahanCode}” dalam batas yang sedang berlaku. Pilih dari daftarnya.',
    'No kelurahan of the borders in force has the code “{kelurahanCode}”. Choose one of the list.',
  ),
  lastAdministrator: text(
    'Administrator terakhir',
    'Last administrator',
    'Ini satu-satunya administrator yang masih dapat masuk. Jadikan orang lain administrator lebih dahulu.',
    'This is the only administrator who can still sign in. Make somebody else one first.',
  ),
  accountExists: text(
    'Akun sudah ada',
    'Account exists',
    'Sudah ada akun dengan surel ini. Ubah perannya, atau kirim tautan kata sandi baru.',
    'There is an account with this address. Change its roles, or send it a link for a new password.',
  ),
  singleSignOnUnavailable: text(
    'Masuk satu pintu tidak tersedia',
    'Single sign-on unavailable',
    'Layanan masuk satu pintu tidak menjawab atau belum diatur. Masuklah dengan surel dan kata sandi.',
    'The single sign-on does not answer or is not set up. Sign in with address and password.',
  ),
};
