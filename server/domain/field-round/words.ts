import type { Text } from '../language.ts';
import type { METHODS, Task } from './item.ts';
import type { OutlineFault } from './outline.ts';
import type { GroundDecision } from './round.ts';

export const TASK_WORDS: Readonly<Record<Task, Text>> = {
  corners: { id: 'Ukur sudut-sudut tanah', en: 'Measure the corners of the plot' },
  photos: {
    id: 'Foto tanah dari jalan dan sekelilingnya',
    en: 'Photograph the plot from the road and around',
  },
  presentUse: { id: 'Catat pemanfaatan yang ada sekarang', en: 'Write down how it is used now' },
  road: { id: 'Ukur lebar jalan di depannya', en: 'Measure the width of the road in front' },
  neighbours: { id: 'Catat pemanfaatan di sekitarnya', en: 'Write down how the neighbours use theirs' },
};

export const METHOD_WORDS: Readonly<Record<(typeof METHODS)[number], Text>> = {
  gps: { id: 'GPS ponsel', en: 'GPS of the telephone' },
  typed: { id: 'diketik', en: 'typed' },
  file: { id: 'dari berkas', en: 'from a file' },
};

export const DECISION_WORDS: Readonly<Record<GroundDecision, Text>> = {
  acceptApplied: { id: 'Batas yang dimohon tetap dipakai', en: 'The plot as applied for stays' },
  takeMeasured: { id: 'Batas hasil ukur yang dipakai', en: 'The measured plot is used' },
  returnToApplicant: { id: 'Dikembalikan kepada pemohon', en: 'Returned to the applicant' },
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
