import { textsIn } from '../../locale/feature-texts.ts';

export const documentTexts = textsIn({
  id: {
    document: 'Dokumen',
    download: 'Unduh dokumen (PDF)',
    verify: 'Periksa keasliannya',
    replace: 'Minta pengganti dokumen ini',
    replaceHelp:
      'Permohonan baru dibuat dengan isian yang sama dan tiketnya sendiri. Dokumen ini tetap berlaku sampai penggantinya terbit, lalu dinyatakan digantikan.',
    'as.correction': 'Ada yang keliru',
    'as.extension': 'Perpanjang',
    'replaces.correction': 'Permohonan ini meminta perbaikan atas',
    'replaces.extension': 'Permohonan ini meminta perpanjangan atas',
    untilThen: 'Dokumen itu berlaku sampai yang baru terbit.',
  },
  en: {
    document: 'Document',
    download: 'Download the document (PDF)',
    verify: 'Check that it is genuine',
    replace: 'Ask for a replacement of this document',
    replaceHelp:
      'A new application is made with the same entries and a ticket of its own. This document stays in force until the new one is issued, and then reads as replaced.',
    'as.correction': 'Something is wrong',
    'as.extension': 'Extend it',
    'replaces.correction': 'This application asks for a correction of',
    'replaces.extension': 'This application asks for an extension of',
    untilThen: 'That document is in force until the new one is issued.',
  },
});
