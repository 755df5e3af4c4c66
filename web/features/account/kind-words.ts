import type { Text } from '#domain/language';
import type { EventKind } from '#domain/log/event';

/** Events of the log in words; a kind without them does not compile. */
const KIND_WORDS: Readonly<Record<EventKind, Text>> = {
  'layer.drafted': { id: 'Versi lapisan disiapkan', en: 'Layer version drafted' },
  'layer.published': { id: 'Lapisan diterbitkan', en: 'Layer published' },
  'layer.withdrawn': { id: 'Lapisan dicabut', en: 'Layer taken out of force' },
  'layer.described': { id: 'Keterangan lapisan diubah', en: 'Layer described' },
  'layer.revisionNoticed': { id: 'Pengumuman revisi', en: 'Notice of revision' },
  'upload.stored': { id: 'Berkas diunggah', en: 'File uploaded' },
  'upload.forgotten': { id: 'Berkas yang tidak terpakai dibuang', en: 'Unused file removed' },
  'release.moved': { id: 'Rilis berpindah tahap', en: 'Release moved on' },
  'correction.opened': { id: 'Data dinyatakan keliru', en: 'Data said to be wrong' },
  'correction.answered': { id: 'Kasus data keliru dijawab', en: 'Case of wrong data answered' },
  'correction.contactRead': { id: 'Kontak pelapor dibaca', en: 'Contact of a reporter read' },
  'document.issued': { id: 'Dokumen diterbitkan', en: 'Document issued' },
  'document.moved': { id: 'Keadaan dokumen berubah', en: 'State of a document changed' },
  'demo.loaded': { id: 'Kota contoh dimuat', en: 'Demo city loaded' },
  'key.rotated': { id: 'Kunci diganti', en: 'Key changed' },
  'backup.restored': { id: 'Cadangan dipulihkan', en: 'Backup restored' },
  'account.invited': { id: 'Orang diundang', en: 'Somebody invited' },
  'account.invitationWithdrawn': { id: 'Undangan dicabut', en: 'Invitation withdrawn' },
  'account.invitationAccepted': { id: 'Undangan diterima', en: 'Invitation accepted' },
  'account.standingChanged': { id: 'Peran diubah', en: 'Roles changed' },
  'account.closed': { id: 'Akun ditutup', en: 'Account closed' },
  'account.opened': { id: 'Akun dibuka lagi', en: 'Account opened again' },
  'account.signedIn': { id: 'Masuk', en: 'Signed in' },
  'account.signedOut': { id: 'Keluar', en: 'Signed out' },
  'account.sessionsEnded': { id: 'Sesi orang lain diakhiri', en: 'Sessions of somebody ended' },
  'account.passwordChanged': { id: 'Kata sandi diganti', en: 'Password changed' },
  'account.secondFactorSet': { id: 'Dua langkah dipasang', en: 'Second factor set up' },
  'account.backupCodesRenewed': { id: 'Kode cadangan dibuat baru', en: 'Backup codes renewed' },
  'account.secondFactorRemoved': { id: 'Dua langkah dilepas', en: 'Second factor removed' },
  'account.listed': { id: 'Daftar orang dibaca', en: 'List of people read' },
  'log.read': { id: 'Catatan dibaca', en: 'Log read' },
  'application.moved': { id: 'Permohonan berpindah tahap', en: 'Application moved on' },
  'application.sheetWritten': { id: 'Kajian ditulis', en: 'Sheet written' },
  'application.paperAdded': { id: 'Berkas permohonan ditambah', en: 'Paper added' },
  'application.paperChecked': { id: 'Berkas permohonan diperiksa', en: 'Paper checked' },
  'application.dueDaysComputed': { id: 'Tenggat dihitung ulang', en: 'Due days computed anew' },
  'number.reserved': { id: 'Nomor dipesan', en: 'Number reserved' },
  'number.voided': { id: 'Nomor dibatalkan', en: 'Number voided' },
  'person.read': { id: 'Data pribadi pemohon dibuka', en: "Applicant's data opened" },
  'person.exported': { id: 'Data pribadi diambil pemiliknya', en: 'Personal data taken away by its owner' },
  'person.erased': { id: 'Data pribadi pemohon dihapus', en: "Applicant's data erased" },
  'service.configured': { id: 'Layanan diatur', en: 'Service configured' },
  'holidays.loaded': { id: 'Hari libur dimuat', en: 'Holidays loaded' },
  'log.personalErased': { id: 'Data pribadi dihapus', en: 'Personal data erased' },
};

/** A kind in the reader's language. */
export const wordsOfKind = (kind: string, language: keyof Text): string =>
  (KIND_WORDS as Readonly<Record<string, Text | undefined>>)[kind]?.[language] ?? kind;
