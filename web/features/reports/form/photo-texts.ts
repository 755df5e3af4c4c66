import { textsIn } from '../../../locale/feature-texts.ts';

/** Photos of a report, and what is made unrecognisable on them. */
export const photoTexts = textsIn({
  id: {
    add: 'Ambil atau pilih foto',
    addHelp:
      'Paling banyak lima. Foto diperkecil di ponsel ini, dan semua data kamera (posisi, waktu, alat) dibuang sebelum disimpan.',
    working: (n: number, all: number) => `Menulis ulang foto ${n} dari ${all} …`,
    tooMany: 'Sudah lima foto. Hapus satu untuk mengganti.',
    photo: (n: number) => `Foto ${n}`,
    size: (kb: string) => `${kb} kB`,
    added: (n: number) => `Foto ditambahkan, sekarang ${n}.`,
    hide: (n: number) => `Samarkan wajah atau pelat di foto ${n}`,
    wasHidden: (n: number) => `Foto ${n} disamarkan.`,
    remove: (n: number) => `Hapus foto ${n}`,
    wasRemoved: (n: number, left: number) => `Foto ${n} dihapus, tersisa ${left}.`,
    withTime: (n: number) => `Sertakan waktu pengambilan foto ${n}`,
    takenAt: (n: number) => `Waktu foto ${n} diambil`,
    withPlace: (n: number) => `Sertakan titik laporan sebagai tempat pengambilan foto ${n}`,
    editor: (n: number) => `Samarkan pada foto ${n}`,
    editorHelp:
      'Ketuk wajah orang dan pelat nomor. Yang tertutup dihapus dari foto dan tidak dapat dikembalikan.',
    editorKeys:
      'Dengan papan ketik: panah menggerakkan lingkaran, plus dan minus mengubah besarnya, Enter menutup yang ada di bawahnya, Backspace mengurungkan.',
    canvas: 'Foto; lingkaran dapat digerakkan dengan panah',
    spot: (x: number, y: number) => `${x} % dari kiri, ${y} % dari atas`,
    wide: (percent: number) => `Garis tengah ${percent} % dari sisi panjang foto`,
    hidden: (n: number) => (n === 0 ? 'Belum ada yang ditutup' : `${n} bagian ditutup`),
    radius: 'Besar lingkaran',
    here: 'Tutup di sini',
    undo: 'Urungkan',
    done: 'Simpan foto yang disamarkan',
    cancel: 'Batal',
    none: 'Tanpa foto pun laporan diterima.',
  },
  en: {
    add: 'Take or choose photos',
    addHelp:
      'Five at most. Photos are made smaller on this phone, and everything that the camera wrote (position, time, device) is removed before they are kept.',
    working: (n: number, all: number) => `Writing photo ${n} of ${all} anew …`,
    tooMany: 'There are five photos. Remove one to take another.',
    photo: (n: number) => `Photo ${n}`,
    size: (kb: string) => `${kb} kB`,
    added: (n: number) => `Added; there ${n === 1 ? 'is 1 photo' : `are ${n} photos`} now.`,
    hide: (n: number) => `Hide a face or a number plate on photo ${n}`,
    wasHidden: (n: number) => `Photo ${n} is covered.`,
    remove: (n: number) => `Remove photo ${n}`,
    wasRemoved: (n: number, left: number) =>
      `Photo ${n} was removed, ${left} ${left === 1 ? 'is' : 'are'} left.`,
    withTime: (n: number) => `Tell when photo ${n} was taken`,
    takenAt: (n: number) => `Photo ${n} was taken at`,
    withPlace: (n: number) => `Tell that photo ${n} was taken at the place of this report`,
    editor: (n: number) => `Hide something on photo ${n}`,
    editorHelp:
      'Tap faces and number plates. What is covered is deleted from the photo and cannot come back.',
    editorKeys:
      'With a keyboard: arrows move the circle, plus and minus change its size, Enter covers what is below it, Backspace undoes.',
    canvas: 'The photo; arrows move the circle',
    spot: (x: number, y: number) => `${x} % from the left, ${y} % from the top`,
    wide: (percent: number) => `Diameter ${percent} % of the longer side of the photo`,
    hidden: (n: number) =>
      n === 0 ? 'Nothing is covered yet' : `${n} ${n === 1 ? 'part is' : 'parts are'} covered`,
    radius: 'Size of the circle',
    here: 'Cover here',
    undo: 'Undo',
    done: 'Keep the photo with it covered',
    cancel: 'Cancel',
    none: 'A report is accepted without photos, too.',
  },
});
