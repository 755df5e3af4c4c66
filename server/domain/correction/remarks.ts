import type { Answer } from '../zoning/answer.ts';
import type { Facts } from '../zoning/facts.ts';
import { type AnswerRow, rowsOfAnswer, SHAPES } from './answer-rows.ts';
import type { LayerRemarks, RowRemark } from './remark.ts';
import type { RowNote } from './row-note.ts';

/** The answer with what is said beside its layers; the same answer where nothing is said. */
export function withRemarks(answer: Answer, facts: Facts): Answer {
  const remarks = facts.remarks ?? [];
  if (remarks.length === 0) return answer;
  return {
    ...answer,
    planRevisions: revisionsHere(answer, remarks),
    rowNotes: notesHere(answer, facts, remarks),
  };
}

/** Notices that hold on the asked day for a planning area that the place lies in. */
function revisionsHere(answer: Answer, remarks: readonly LayerRemarks[]): Answer['planRevisions'] {
  return remarks.flatMap(({ layerId, revisions }) => {
    const title = answer.versions.find((version) => version.layerId === layerId)?.title ?? layerId;
    const areas = new Set(
      answer.parts
        .filter((part) => part.layerId === layerId)
        .flatMap((part) => [part.kodwp, part.kodswp].map((code) => code?.trim().toLowerCase())),
    );
    const isHere = areas.size > 0 || concerns(answer, layerId);
    return revisions
      .filter(({ since, until }) => since <= answer.asOf && (until === null || answer.asOf < until))
      .filter(({ planningArea }) =>
        planningArea === null ? isHere : areas.has(planningArea.trim().toLowerCase()),
      )
      .map(({ planningArea, since }) => ({ layerId, title, planningArea, since }));
  });
}

/** Whether a layer that is no detail plan lies at the place. */
function concerns({ rtrw, themes, versions }: Answer, layerId: string): boolean {
  const kind = versions.find((version) => version.layerId === layerId)?.kind;
  return (kind === 'rtrw' && rtrw.length > 0) || themes.concerned.some((theme) => theme.layerId === layerId);
}

/**
 * Notes about rows that stand in this answer. A note holds for the version that it was made for, for the one that mended the
 * row, and for every other in which the row says the same: of a row that says something else by now it says nothing.
 */
function notesHere(answer: Answer, facts: Facts, remarks: readonly LayerRemarks[]): RowNote[] {
  if (remarks.every(({ notes }) => notes.length === 0)) return [];
  const rows = new Map(rowsOfAnswer(answer, facts.versions).map((row) => [row.key, row]));
  return remarks
    .flatMap(({ notes }) => notes)
    .flatMap((remark) => {
      const row = rows.get(remark.rowKey);
      if (row === undefined || !holdsFor(remark, row) || !liesHere(remark, row, facts)) return [];
      const { ticket, version, mended, outcome, note, answeredOn } = remark;
      const { kind, layerId, zoneCode, code, name } = row;
      return [
        { ticket, row: { kind, layerId, zoneCode, code, name }, version, mended, outcome, note, answeredOn },
      ];
    });
}

const holdsFor = ({ version, mended, rule }: RowRemark, row: AnswerRow): boolean =>
  row.versionId === version.versionId || row.versionId === mended?.versionId || row.rule === rule;

/** A note about a shape holds on that shape alone. */
function liesHere({ featureNos }: RowRemark, row: AnswerRow, facts: Facts): boolean {
  if (!SHAPES.has(row.kind)) return true;
  const shapes = row.kind === 'overlay' ? facts.overlays : row.kind === 'rtrw' ? facts.rtrw : facts.zones;
  return shapes.some(
    (shape) =>
      shape.version_id === row.versionId &&
      shape.feature_no !== undefined &&
      featureNos.includes(shape.feature_no),
  );
}
