import type { Part } from './answer.ts';

/** The levels of overlays that all of a part lies in, as `ground_pieces.sql` names them, in order. */
export const marksOf = ({ overlays }: Pick<Part, 'overlays'>): string[] =>
  overlays.map((on) => `${on.versionId} ${on.levelCode}`).sort();

/** Names a part within its answer: one polygon may be cut into several by overlays. */
export const partKey = (part: Pick<Part, 'versionId' | 'featureNo' | 'overlays'>): string =>
  [part.versionId, part.featureNo, ...marksOf(part)].join(' ');
