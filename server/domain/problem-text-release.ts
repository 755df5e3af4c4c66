import type { RELEASE_PROBLEM_CODES } from './problem.ts';
import { type ProblemText, text } from './problem-text-entry.ts';

/** Texts of {@link RELEASE_PROBLEM_CODES}: what staff can be refused while they keep layers. */
export const RELEASE_PROBLEM_TEXT: Readonly<Record<(typeof RELEASE_PROBLEM_CODES)[number], ProblemText>> = {
  preconditionMissing: text(
    'If-Match kurang',
    'If-Match missing',
    'Perubahan harus menyebut keadaan yang dilihat (If-Match: {tag}).',
    'A change must name the state that was seen (If-Match: {tag}).',
  ),
  changedMeanwhile: text(
    'Sudah berubah',
    'Changed meanwhile',
    'Orang lain sudah mengubahnya sejak Anda membukanya. Keadaan sekarang ada dalam jawaban ini (“current”).',
    'Somebody else has changed it since you opened it. The present state is in this answer (“current”).',
  ),
  layerExists: text(
    'Layer sudah ada',
    'Layer exists',
    'Layer “{layerId}” sudah ada.',
    'The layer “{layerId}” exists already.',
  ),
  themeNeeded: text(
    'Tema tidak cocok',
    'Theme does not fit',
    'Overlay harus bertema, jenis lain tidak boleh. Tema yang dikenal: {known}.',
    'An overlay has a theme, other kinds have none. Known themes: {known}.',
  ),
  tooManyUploads: text(
    'Terlalu banyak unggahan',
    'Too many uploads',
    'Sudah {limit} unggahan berjalan. Selesaikan salah satunya dahulu.',
    '{limit} uploads are on their way. Finish one of them first.',
  ),
  uploadOffsetDiffers: text(
    'Posisi unggahan berbeda',
    'Upload offset differs',
    'Yang sudah tersimpan {offset} bita; lanjutkan dari sana.',
    '{offset} bytes are stored; go on from there.',
  ),
  uploadEnded: text(
    'Unggahan sudah berakhir',
    'Upload has ended',
    'Unggahan ini sudah berakhir ({state}).',
    'This upload has ended ({state}).',
  ),
  checksumDiffers: text(
    'SHA-256 berbeda',
    'SHA-256 differs',
    'Berkas yang sampai ({received}) bukan yang diumumkan ({announced}). Tidak ada yang disimpan; unggah lagi.',
    'What arrived ({received}) is not what was announced ({announced}). Nothing was kept; send it again.',
  ),
  diskFull: text(
    'Ruang penyimpanan penuh',
    'No room left',
    'Tidak ada ruang untuk {byteCount} bita lagi. Yang sudah sampai tetap ada; lanjutkan setelah ruang tersedia.',
    'There is no room for {byteCount} more bytes. What has arrived is kept; go on once there is room.',
  ),
  uploadNotStored: text(
    'Unggahan belum selesai',
    'Upload not finished',
    'Unggahan {uploadId} tidak ada atau belum selesai.',
    'The upload {uploadId} is not there or not finished.',
  ),
  versionUnknown: text(
    'Versi tidak dikenal',
    'Version unknown',
    'Versi {versionId} bukan versi dari layer “{layerId}”.',
    'The version {versionId} is none of the layer “{layerId}”.',
  ),
  layerTwice: text(
    'Layer disebut dua kali',
    'Layer named twice',
    'Layer “{layerId}” disebut lebih dari sekali dalam rilis ini.',
    'The layer “{layerId}” is named more than once in this release.',
  ),
  stepNotPossible: text(
    'Langkah tidak mungkin',
    'Step not possible',
    'Statusnya “{state}”; langkah “{step}” tidak mungkin sekarang.',
    'It is “{state}”; the step “{step}” is not possible now.',
  ),
  releaseBlocked: text(
    'Masih terhalang temuan',
    'Blocked by findings',
    'Masih ada {count} temuan yang menghalangi. Perbaiki dahulu, lalu periksa lagi.',
    '{count} findings stand in the way. Mend them, then check again.',
  ),
  baseChanged: text(
    'Yang berlaku sudah berganti',
    'What is in force has changed',
    'Sejak diajukan, versi berlaku dari layer “{layerId}” sudah berganti. Periksa lagi dan ajukan lagi.',
    'Since it was submitted, the version in force of the layer “{layerId}” has changed. Check and submit again.',
  ),
  publishingElsewhere: text(
    'Rilis lain sedang terbit',
    'Another release is being published',
    'Rilis lain dengan layer “{layerId}” sedang diterbitkan. Tunggu sampai selesai.',
    'Another release with the layer “{layerId}” is being published. Wait until it is done.',
  ),
  nothingChanges: text(
    'Tidak ada yang berubah',
    'Nothing changes',
    'Semua isi rilis ini sudah berlaku.',
    'All of this release is in force already.',
  ),
  nothingChangesOn: text(
    'Tidak ada yang berubah pada hari itu',
    'Nothing changes on that day',
    'Pada {day} semua isi rilis ini sudah berlaku, jadi tidak ada yang terbit. Pilih hari lain.',
    'On {day} all of this release is in force already, so nothing would be published. Choose another day.',
  ),
  itemsFixed: text(
    'Isi rilis ini tetap',
    'The content of this release is fixed',
    'Rilis ini mengembalikan atau membuka yang sudah pernah terbit; isinya tidak dapat diganti. Buat rilis baru.',
    'This release brings back or opens what was published before; its content cannot be replaced. Make a new release.',
  ),
  acknowledgementNeeded: text(
    'Akibatnya perlu Anda nyatakan',
    'Its consequences must be acknowledged',
    'Terbit sejak {day} punya akibat yang harus dinyatakan diketahui: {codes}. Lihat akibatnya, lalu setujui dengan menyebutnya (“acknowledged”).',
    'Publishing from {day} has consequences that must be acknowledged: {codes}. Look at them, then approve and name them (“acknowledged”).',
  ),
  consequencesChanged: text(
    'Keadaannya sudah lain',
    'It stands otherwise by now',
    'Yang berlaku pada {day} sudah lain dari yang Anda bandingkan. Bandingkan lagi, lalu putuskan.',
    'What holds on {day} is no longer what you compared with. Compare again, then decide.',
  ),
  openingNeeded: text(
    'Membuka perlu orang kedua',
    'Opening takes a second person',
    'Layer “{layerId}” sudah pernah terbit. Membukanya untuk umum perlu orang kedua: ajukan pembukaan (POST /api/v1/staff/layers/{layerId}/opening).',
    'The layer “{layerId}” has been published. Opening it for everybody takes a second person: ask for it (POST /api/v1/staff/layers/{layerId}/opening).',
  ),
  layerIsOpen: text(
    'Layer sudah terbuka',
    'Layer is open',
    'Layer “{layerId}” sudah terbuka untuk umum.',
    'The layer “{layerId}” is open for everybody already.',
  ),
  nothingToOpen: text(
    'Tidak ada yang dibuka',
    'Nothing to open',
    'Hari ini tidak ada versi dari layer “{layerId}” yang berlaku. Terbitkan dahulu, lalu buka.',
    'No version of the layer “{layerId}” is in force today. Publish one, then open it.',
  ),
  openingFromToday: text(
    'Pembukaan berlaku hari ini',
    'An opening holds from today',
    'Layer dibuka seketika; isi hari ini ({today}) sebagai tanggal berlaku.',
    'A layer is opened at once; give today ({today}) as the day in force.',
  ),
  neverPublic: text(
    'Belum pernah terbit',
    'Never published',
    'Versi {versionId} dari layer “{layerId}” belum pernah terbit, jadi tidak dapat dikembalikan.',
    'The version {versionId} of the layer “{layerId}” was never published, so nothing goes back to it.',
  ),
};
