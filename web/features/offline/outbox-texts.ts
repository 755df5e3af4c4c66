import { textsIn } from '../../locale/feature-texts.ts';

/** What is said about messages that wait on this device. */
export const outboxTexts = textsIn({
  id: {
    title: 'Kotak keluar',
    none: 'Tidak ada yang menunggu dikirim.',
    draft: 'Draf, belum dikirim',
    queued: 'Menunggu jaringan',
    sending: 'Sedang dikirim',
    received: 'Sudah diterima server',
    failed: 'Ditolak',
    stored: 'Tersimpan di perangkat ini dan dikirim lagi sendiri.',
    attempts: (n: number) => `${n} kali dicoba`,
    sendNow: 'Kirim sekarang',
    remove: 'Hapus dari perangkat ini',
    exportAll: 'Simpan sebagai berkas',
    noRoom:
      'Perangkat ini penuh: tulisan Anda belum tersimpan. Simpan sebagai berkas sebelum meninggalkan halaman.',
    noStorage:
      'Peramban ini tidak menyimpan apa pun (jendela pribadi): tulisan Anda hilang bila halaman ditutup. Simpan sebagai berkas.',
  },
  en: {
    title: 'Outbox',
    none: 'Nothing waits to be sent.',
    draft: 'Draft, not sent yet',
    queued: 'Waiting for a network',
    sending: 'Being sent',
    received: 'The server has it',
    failed: 'Refused',
    stored: 'It is kept on this device and sent again by itself.',
    attempts: (n) => `tried ${n} ${n === 1 ? 'time' : 'times'}`,
    sendNow: 'Send now',
    remove: 'Delete from this device',
    exportAll: 'Save as a file',
    noRoom:
      'This device is full: what you wrote is not kept yet. Save it as a file before you leave the page.',
    noStorage:
      'This browser keeps nothing (private window): what you wrote is lost when the page is closed. Save it as a file.',
  },
});
