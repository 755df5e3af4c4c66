import { textsIn } from '../../locale/feature-texts.ts';

/** Texts of what a person may ask of the office about themselves. */
export const texts = textsIn({
  id: {
    title: 'Data pribadi',
    lead: 'Atas permintaan pemiliknya: ambil semua yang disimpan tentang seseorang, atau hapus. Setiap permintaan tercatat dengan nama Anda dan alasannya.',
    nik: 'NIK pemilik data',
    nikHelp: '16 angka. Pastikan pemintanya pemiliknya sendiri atau kuasanya.',
    nikWrong: 'Isi NIK 16 angka yang benar.',
    reason: 'Alasan',
    reasonHelp: 'Misalnya nomor dan tanggal surat permintaan. Jangan tulis nama.',
    reasonShort: 'Tulis paling sedikit 5 huruf.',
    take: 'Ambil data',
    erase: 'Hapus data …',
    eraseTitle: 'Hapus data orang ini?',
    eraseMeans:
      'Nama, NIK, alamat, telepon, berkas, dan foto kunjungan lapangan hilang untuk selamanya dari semua permohonan yang selesai.',
    eraseStays:
      'Dokumen yang sudah terbit tetap: ia arsip kota (UU 43/2009). Permohonan yang masih dikerjakan ditarik dahulu.',
    eraseNow: 'Hapus untuk selamanya',
    none: 'Tidak ada permohonan yang menyebut NIK ini.',
    taken: (n: number) => `Data dari ${n} permohonan disimpan sebagai berkas:`,
    careful: 'Berkas itu memuat data pribadi. Serahkan kepada pemiliknya, lalu hapus dari perangkat ini.',
    erased: (n: number) => `Data pribadi dihapus dari ${n} permohonan:`,
    kept: 'Yang tetap disimpan',
    underWay: 'masih dikerjakan; tarik dahulu permohonannya',
    archive: (number: string) => `dokumen ${number} sudah terbit dan menjadi arsip kota`,
  },
  en: {
    title: 'Personal data',
    lead: 'On behalf of its owner: take everything that is kept about somebody, or erase it. Each request is recorded with your name and the reason.',
    nik: 'NIK of the owner',
    nikHelp: '16 digits. Make sure that who asks is the owner, or has their written authority.',
    nikWrong: 'Write a right NIK of 16 digits.',
    reason: 'Reason',
    reasonHelp: 'Such as number and date of the letter that asks. Write no names.',
    reasonShort: 'Write at least 5 letters.',
    take: 'Take the data',
    erase: 'Erase the data …',
    eraseTitle: 'Erase the data of this person?',
    eraseMeans:
      'Name, NIK, address, telephone, papers and photos from the site go for ever, from every application that has ended.',
    eraseStays:
      'Issued documents stay: they are archives of the city (UU 43/2009). An application that is being worked on is withdrawn first.',
    eraseNow: 'Erase for ever',
    none: 'No application names this NIK.',
    taken: (n) => `The data of ${n} ${n === 1 ? 'application' : 'applications'} is saved as a file:`,
    careful: 'The file holds personal data. Hand it to its owner, then delete it from this device.',
    erased: (n) => `Personal data is erased from ${n} ${n === 1 ? 'application' : 'applications'}:`,
    kept: 'What stays',
    underWay: 'is being worked on; withdraw it first',
    archive: (number) => `document ${number} was issued and is an archive of the city`,
  },
});
