import { textsIn } from '../../../locale/feature-texts.ts';

/** The receipt of a report. */
export const receiptTexts = textsIn({
  id: {
    keep: 'Simpan ini',
    demo: 'UJI COBA – kota contoh, laporan tidak diproses',
    ticket: 'Nomor tiket',
    receivedAt: 'Diterima',
    link: 'Tautan rahasia',
    keepHelp:
      'Nomor tiket boleh disebut kepada petugas: dengan itu orang hanya melihat kemajuannya. Tautan rahasia membuka semuanya, jadi jangan dibagikan; tidak ada yang dapat membuatnya lagi. Tautan yang dibuka tinggal di riwayat peramban: di ponsel bersama, buka lewat tombol ini.',
    proofHelp:
      'Bukti yang dapat diperiksa tanpa jaringan, juga tanpa percaya kepada kami, ada sebagai berkas: buka laporan, lalu “Unduh bukti”.',
    open: 'Buka laporan',
    copy: 'Salin tautan',
    copied: 'Tersalin.',
    copyFailed: 'Tidak tersalin. Tandai tautannya, lalu salin.',
    print: 'Cetak tanda terima',
  },
  en: {
    keep: 'Keep this',
    demo: 'TRIAL – demonstration city, the report is not worked on',
    ticket: 'Ticket number',
    receivedAt: 'Received',
    link: 'Secret link',
    keepHelp:
      'The ticket number may be told to an officer: with it one sees the progress alone. The secret link opens everything, so do not share it; nobody can make it again. A link that was opened stays in the history of the browser: on a shared phone, open it by this button.',
    proofHelp:
      'There is a file that proves it and can be checked without a network and without trust in us: open the report, then “Download the proof”.',
    open: 'Open the report',
    copy: 'Copy the link',
    copied: 'Copied.',
    copyFailed: 'Not copied. Mark the link, then copy it.',
    print: 'Print the receipt',
  },
});
