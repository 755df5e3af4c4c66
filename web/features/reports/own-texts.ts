import { textsIn } from '../../locale/feature-texts.ts';

/** Proof, data, erasure and key of a report, for whoever holds its secret. */
export const ownTexts = textsIn({
  id: {
    ombudsman: 'Untuk Ombudsman',
    consentAsked: 'Kantor menunggu jawaban Anda.',
    consentGiven: 'Anda setuju isi laporan ini diteruskan kepada Ombudsman.',
    consentNone: 'Isi laporan ini tidak diteruskan kepada Ombudsman tanpa persetujuan Anda.',
    consentHelp:
      'Nama dan kontak tidak pernah ikut. Persetujuan dapat ditarik kapan saja; berkas yang sudah disusun sebelumnya tidak berubah. Setiap perubahan dicatat dalam log, tanpa nama.',
    consentGive: 'Setuju diteruskan',
    consentTake: 'Tarik persetujuan',
    consentRefuse: 'Tidak setuju',
    proof: 'Tanda terima dan data',
    proofHelp:
      'Tanda terima membuktikan bahwa laporan ini tercatat. Dapat diperiksa tanpa jaringan, juga tanpa percaya kepada kami.',
    getProof: 'Unduh bukti',
    getData: 'Unduh semua data saya',
    erase: 'Hapus nama, kontak, dan pesan saya',
    eraseWords: 'Hapus pesan saya',
    eraseSure: 'Ya, hapus untuk selamanya',
    changeSure: 'Ya, buat kunci baru; tautan lama tidak membuka apa pun lagi',
    eraseHelp:
      'Untuk selamanya: nama dan kontak bila ada, pesan Anda dengan fotonya, dan kata-kata “belum selesai”; kabar lewat surel, telepon, atau perangkat berhenti. Yang tetap ada: isi laporan dan fotonya, tempat, siapa yang Anda sebut melakukannya, jawaban kantor, dan perkaranya.',
    wordsErased: '(dihapus)',
    'erased.done': 'Sudah dihapus:',
    'erased.nothing': 'Tidak ada nama, kontak, atau pesan yang masih tersimpan.',
    'erased.identity': 'nama dan kontak',
    'erased.messages': (n: number) => `${n} pesan`,
    'erased.photos': (n: number) => `${n} foto pesan`,
    'erased.disputes': 'kata-kata “belum selesai”',
    'erased.browsers': 'kabar di perangkat',
    keepChanged: 'Kuncinya sudah diganti. Simpan tautan ini; yang lama tidak membuka apa pun lagi',
    changeKey: 'Ganti kunci',
    changeKeyHelp:
      'Tautan rahasia yang pernah dibuka tinggal di riwayat peramban itu. Bila orang lain memakai perangkatnya atau melihat tautannya, ganti kunci: tautan lama tidak membuka apa pun lagi.',
  },
  en: {
    ombudsman: 'For the Ombudsman',
    consentAsked: 'The office waits for your answer.',
    consentGiven: 'You agree that what you wrote goes to the Ombudsman.',
    consentNone: 'Without your consent nothing that you wrote goes to the Ombudsman.',
    consentHelp:
      'Name and contact never do. You can take your consent back at any time; a file that was made before does not change. Each change is an entry of the log, without a name.',
    consentGive: 'I agree',
    consentTake: 'Take it back',
    consentRefuse: 'I do not agree',
    proof: 'Receipt and data',
    proofHelp:
      'The receipt proves that this report was written down. It can be checked without a network, and without trusting us.',
    getProof: 'Download the proof',
    getData: 'Download all my data',
    erase: 'Erase my name, contact and messages',
    eraseWords: 'Erase my messages',
    eraseSure: 'Yes, erase them for ever',
    changeSure: 'Yes, make a new key; the old link opens nothing any more',
    eraseHelp:
      'For ever: name and contact if there are any, your messages with their photos, and your words of “not done”; news by mail, telephone or device ends. What stays: the report and its photos, the place, whom you say does it, answers of the office, and the case.',
    wordsErased: '(erased)',
    'erased.done': 'Erased:',
    'erased.nothing': 'No name, contact or message is kept any more.',
    'erased.identity': 'name and contact',
    'erased.messages': (n) => `${n} ${n === 1 ? 'message' : 'messages'}`,
    'erased.photos': (n) => `${n} ${n === 1 ? 'photo' : 'photos'} of messages`,
    'erased.disputes': 'words of “not done”',
    'erased.browsers': 'news on devices',
    keepChanged: 'The key was changed. Keep this link; the old one opens nothing any more',
    changeKey: 'Change the key',
    changeKeyHelp:
      'A secret link that was opened stays in the history of that browser. If others use the device or have seen the link, change the key: the old link opens nothing any more.',
  },
});
