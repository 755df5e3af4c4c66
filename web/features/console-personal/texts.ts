import { textsIn } from '../../locale/feature-texts.ts';

/** Texts of what a person may ask of the office about themselves. */
export const texts = textsIn({
  id: {
    title: 'Data pribadi',
    lead: 'Atas permintaan pemiliknya: ambil semua yang disimpan tentang seseorang, atau hapus. Setiap permintaan tercatat dengan nama Anda dan alasannya.',
    'key.nik': 'NIK',
    'key.email': 'Alamat surel',
    'key.phone': 'Nomor telepon',
    'help.nik':
      'Mencari permohonan dan “Data ini keliru”. 16 angka; pastikan pemintanya pemiliknya sendiri atau kuasanya.',
    'help.email':
      'Mencari laporan pelanggaran dan “Data ini keliru”: pelapor tidak menyebut NIK. Pastikan alamat ini milik pemintanya.',
    'help.phone': 'Mencari laporan pelanggaran dan “Data ini keliru”. Pastikan nomor ini milik pemintanya.',
    noKey: 'Isi paling sedikit satu: NIK, alamat surel, atau nomor telepon.',
    'wrong.nik': 'Isi NIK 16 angka yang benar.',
    'wrong.email': 'Isi alamat surel yang benar.',
    'wrong.phone': 'Isi nomor telepon yang benar.',
    reason: 'Alasan',
    reasonHelp: 'Misalnya nomor dan tanggal surat permintaan. Jangan tulis nama.',
    reasonShort: 'Tulis paling sedikit 5 huruf.',
    take: 'Ambil data',
    erase: 'Hapus data …',
    eraseTitle: 'Hapus data orang ini?',
    eraseMeans:
      'Nama, NIK, alamat, telepon, berkas, dan foto kunjungan lapangan hilang untuk selamanya dari semua permohonan yang selesai; identitas pelapor dari semua laporannya; kontak dari semua “Data ini keliru” yang ia sampaikan.',
    eraseStays:
      'Dokumen yang sudah terbit tetap: ia arsip kota (UU 43/2009). Permohonan yang masih dikerjakan ditarik dahulu. Perkara dari laporan berjalan terus, dan catatan pada data tetap ada.',
    eraseNow: 'Hapus untuk selamanya',
    none: 'Tidak ada permohonan, laporan, atau “Data ini keliru” yang menyebut orang ini.',
    taken: (n: number) => `Yang disimpan tentang orang ini di ${n} tempat tersimpan sebagai berkas:`,
    careful: 'Berkas itu memuat data pribadi. Serahkan kepada pemiliknya, lalu hapus dari perangkat ini.',
    erased: (n: number) => `Data pribadi dihapus di ${n} tempat:`,
    kept: 'Yang tetap disimpan',
    underWay: 'masih dikerjakan; tarik dahulu permohonannya',
    archive: (number: string) => `dokumen ${number} sudah terbit dan menjadi arsip kota`,
  },
  en: {
    title: 'Personal data',
    lead: 'On behalf of its owner: take everything that is kept about somebody, or erase it. Each request is recorded with your name and the reason.',
    'key.nik': 'NIK',
    'key.email': 'E-mail address',
    'key.phone': 'Telephone number',
    'help.nik':
      'Finds applications and “This data is wrong”. 16 digits; make sure that who asks is the owner, or has their written authority.',
    'help.email':
      'Finds reports of violations and “This data is wrong”: who reports gives no NIK. Make sure that this address is theirs who ask.',
    'help.phone':
      'Finds reports of violations and “This data is wrong”. Make sure that this number is theirs who ask.',
    noKey: 'Write at least one: NIK, e-mail address or telephone number.',
    'wrong.nik': 'Write a right NIK of 16 digits.',
    'wrong.email': 'Write a right e-mail address.',
    'wrong.phone': 'Write a right telephone number.',
    reason: 'Reason',
    reasonHelp: 'Such as number and date of the letter that asks. Write no names.',
    reasonShort: 'Write at least 5 letters.',
    take: 'Take the data',
    erase: 'Erase the data …',
    eraseTitle: 'Erase the data of this person?',
    eraseMeans:
      'Name, NIK, address, telephone, papers and photos from the site go for ever, from every application that has ended; who sent a report, from every report of theirs; the contact, from every “This data is wrong” of theirs.',
    eraseStays:
      'Issued documents stay: they are archives of the city (UU 43/2009). An application that is being worked on is withdrawn first. The case of a report goes on, and notes on data stay.',
    eraseNow: 'Erase for ever',
    none: 'No application, no report and no “This data is wrong” names this person.',
    taken: (n) => `What is kept of this person in ${n} ${n === 1 ? 'place' : 'places'} is saved as a file:`,
    careful: 'The file holds personal data. Hand it to its owner, then delete it from this device.',
    erased: (n) => `Personal data is erased in ${n} ${n === 1 ? 'place' : 'places'}:`,
    kept: 'What stays',
    underWay: 'is being worked on; withdraw it first',
    archive: (number) => `document ${number} was issued and is an archive of the city`,
  },
});
