import { textsIn } from '../../locale/feature-texts.ts';

export const texts = textsIn({
  id: {
    title: 'Istilah',
    lead: 'Kata dan singkatan yang muncul di jawaban, dengan kata-kata sehari-hari.',
    'group.plan': 'Rencana dan tanah',
    'group.figures': 'Angka bangunan',
    'group.activities': 'Kegiatan',
    'group.overlays': 'Aturan tambahan',
    'group.permits': 'Surat dan izin',
    'group.people': 'Siapa yang menjawab',
    example: 'Contoh hitungan',
    exampleNote: 'Angka di contoh ini hanya untuk menunjukkan cara menghitung, bukan aturan suatu tempat.',
    source: 'Dasar',
    related: 'Lihat juga',
    try: 'Lihat angkanya di suatu tempat',
  },
  en: {
    title: 'Glossary',
    lead: 'The words and letters of an answer, in everyday language. The words of the law stay Indonesian.',
    'group.plan': 'Plans and land',
    'group.figures': 'Figures for buildings',
    'group.activities': 'Activities',
    'group.overlays': 'Extra rules',
    'group.permits': 'Letters and permits',
    'group.people': 'Who answers',
    example: 'An example',
    exampleNote: 'The figures of this example show how to calculate; they are no rule of any place.',
    source: 'Basis',
    related: 'See also',
    try: 'See the figure at a place',
  },
});
