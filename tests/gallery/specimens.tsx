import { ANSWER_SPECIMENS } from './answer-specimens.tsx';
import { BASIC_SPECIMENS } from './basic-specimens.tsx';
import { BUILDING_SPECIMENS } from './building-specimens.tsx';
import { CONSOLE_SPECIMENS } from './console-specimens.tsx';
import { MAP_SPECIMENS } from './map-specimens.tsx';
import { PAGE_SPECIMENS } from './page-specimens.tsx';
import { PART_SPECIMENS } from './part-specimens.tsx';
import type { Specimen } from './specimen.ts';

export const SPECIMENS: readonly Specimen[] = [
  ...BASIC_SPECIMENS,
  ...PART_SPECIMENS,
  ...ANSWER_SPECIMENS,
  ...MAP_SPECIMENS,
  ...BUILDING_SPECIMENS,
  ...PAGE_SPECIMENS,
  ...CONSOLE_SPECIMENS,
];
