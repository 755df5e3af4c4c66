import { textsIn } from '../../locale/feature-texts.ts';

/** Texts of the history of a release. */
export const movesTexts = textsIn({
  id: {
    title: 'Riwayat dari catatan',
    sha: 'SHA-256',
    'move.made': 'Dibuat',
    'move.replaced': 'Berkas diganti',
    'move.again': 'Diperiksa lagi',
    'move.renamed': 'Judul atau catatan diubah',
    'move.checked': 'Pemeriksaan selesai',
    'move.submitted': 'Diajukan',
    'move.approved': 'Disetujui',
    'move.failed': 'Penerbitan gagal, menunggu keputusan lagi',
    'move.published': 'Terbit',
    'move.rejected': 'Ditolak',
    'move.withdrawn': 'Ditarik',
  },
  en: {
    title: 'History from the log',
    sha: 'SHA-256',
    'move.made': 'Made',
    'move.replaced': 'File replaced',
    'move.again': 'Checked again',
    'move.renamed': 'Title or note changed',
    'move.checked': 'Check ended',
    'move.submitted': 'Submitted',
    'move.approved': 'Approved',
    'move.failed': 'Publication failed, waits for a decision again',
    'move.published': 'Published',
    'move.rejected': 'Rejected',
    'move.withdrawn': 'Withdrawn',
  },
});
