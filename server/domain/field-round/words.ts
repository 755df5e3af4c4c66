import type { Text } from '../language.ts';
import type { METHODS, Measure, Task } from './item.ts';
import type { OutlineFault } from './outline.ts';
import type { RoundDecision, SubjectKind } from './subject-kind.ts';

export const TASK_WORDS: Readonly<Record<Task, Text>> = {
  corners: { id: 'Ukur sudut-sudut tanah', en: 'Measure the corners of the plot' },
  photos: {
    id: 'Foto tanah dari jalan dan sekelilingnya',
    en: 'Photograph the plot from the road and around',
  },
  presentUse: { id: 'Catat pemanfaatan yang ada sekarang', en: 'Write down how it is used now' },
  road: { id: 'Ukur lebar jalan di depannya', en: 'Measure the width of the road in front' },
  neighbours: { id: 'Catat pemanfaatan di sekitarnya', en: 'Write down how the neighbours use theirs' },
  offset: { id: 'Ukur jarak ke garis acuan', en: 'Measure the distance to the reference line' },
  buildingSize: { id: 'Ukur luas, tinggi, dan lantai bangunan', en: 'Measure area, height and floors' },
  permitBoard: { id: 'Cari papan izin, catat nomornya', en: 'Look for the permit board, note its number' },
};

/** What is measured, with the unit behind its value. */
export const MEASURE_WORDS: Readonly<Record<Measure, Text & { readonly unit: Text }>> = {
  offset: { id: 'Jarak ke garis acuan', en: 'Distance to the reference line', unit: { id: 'm', en: 'm' } },
  height: { id: 'Tinggi', en: 'Height', unit: { id: 'm', en: 'm' } },
  width: { id: 'Lebar', en: 'Width', unit: { id: 'm', en: 'm' } },
  length: { id: 'Panjang', en: 'Length', unit: { id: 'm', en: 'm' } },
  floors: { id: 'Jumlah lantai', en: 'Floors', unit: { id: 'lantai', en: 'floors' } },
  area: { id: 'Luas', en: 'Area', unit: { id: 'm²', en: 'm²' } },
};

export const METHOD_WORDS: Readonly<Record<(typeof METHODS)[number], Text>> = {
  gps: { id: 'GPS ponsel', en: 'GPS of the telephone' },
  typed: { id: 'diketik', en: 'typed' },
  file: { id: 'dari berkas', en: 'from a file' },
};

export const DECISION_WORDS: Readonly<Record<RoundDecision, Text>> = {
  acceptApplied: { id: 'Batas yang dimohon tetap dipakai', en: 'The plot as applied for stays' },
  takeMeasured: { id: 'Batas hasil ukur yang dipakai', en: 'The measured plot is used' },
  returnToApplicant: { id: 'Dikembalikan kepada pemohon', en: 'Returned to the applicant' },
  inspected: { id: 'Lokasi sudah diperiksa', en: 'The place was inspected' },
  notReached: { id: 'Lokasi tidak dapat diperiksa', en: 'The place could not be inspected' },
  withdrawn: { id: 'Berakhir: permohonannya ditarik', en: 'Ended: the application was withdrawn' },
};

/** What people who go out read about one kind of subject. */
interface SubjectWords {
  /** Over the list of those that wait. */
  readonly several: Text;
  readonly noneWaits: Text;
  readonly noneHelp: Text;
  /** Over the ways in which a round can end. */
  readonly decision: Text;
}
export const SUBJECT_WORDS: Readonly<Record<SubjectKind, SubjectWords>> = {
  application: {
    several: { id: 'Permohonan KRK', en: 'Applications for a KRK' },
    noneWaits: { id: 'Tidak ada tanah yang menunggu diukur', en: 'No plot waits to be measured' },
    noneHelp: {
      id: 'Permohonan tampil di sini begitu berkasnya diterima untuk survei.',
      en: 'An application appears here once its file was accepted for a survey.',
    },
    decision: { id: 'Keputusan tentang batas tanah', en: 'Decision about the plot' },
  },
  report: {
    several: { id: 'Laporan pelanggaran', en: 'Reports of violations' },
    noneWaits: { id: 'Tidak ada perkara yang menunggu diperiksa', en: 'No case waits to be inspected' },
    noneHelp: {
      id: 'Perkara tampil di sini begitu pemeriksaan lapangannya dimulai.',
      en: 'A case appears here once its inspection has begun.',
    },
    decision: { id: 'Hasil pemeriksaan', en: 'What came of the inspection' },
  },
};

export const OUTLINE_FAULT_WORDS: Readonly<Record<OutlineFault, Text>> = {
  tooFewCorners: {
    id: 'Perlu paling sedikit tiga sudut yang berbeda.',
    en: 'Three different corners are needed.',
  },
  crossesItself: {
    id: 'Garis batas saling memotong: periksa urutan sudutnya.',
    en: 'The outline crosses itself: check the order of its corners.',
  },
  noArea: { id: 'Sudut-sudutnya terletak pada satu garis.', en: 'The corners lie on one line.' },
};
