import type { LayerChange, LayerRecord } from '#domain/release/layer-record';

/** Fields of a record as somebody writes them: all text, empty = not said. */
export const RECORD_FIELDS = [
  'title',
  'abstract',
  'producer',
  'producerId',
  'walidata',
  'contact',
  'accessClass',
  'kugiClass',
  'planScale',
  'crs',
  'updateCycle',
  'legalBasis',
  'licence',
] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];
export type RecordDraft = Readonly<Record<RecordField, string>>;

const EMPTY: RecordDraft = Object.fromEntries(RECORD_FIELDS.map((field) => [field, ''])) as RecordDraft;

/** What a new layer starts from: closed, until somebody says otherwise. */
export const NEW_DRAFT: RecordDraft = { ...EMPTY, accessClass: 'internal' };

/** A stored record as it is written in the form. */
export const draftOf = (record: LayerRecord): RecordDraft =>
  Object.fromEntries(RECORD_FIELDS.map((field) => [field, String(record[field] ?? '')])) as RecordDraft;

/** Fields that differ, in the order of the form. */
export const changedFields = (before: RecordDraft, after: RecordDraft): RecordField[] =>
  RECORD_FIELDS.filter((field) => before[field].trim() !== after[field].trim());

/** A draft as the API takes it: only these fields, empty ones as null. */
export function changeOf(draft: RecordDraft, fields: readonly RecordField[]): LayerChange {
  const written = (field: RecordField): string | number | null => {
    const text = draft[field].trim();
    if (text === '') return null;
    return field === 'planScale' ? Number(text) : text;
  };
  return Object.fromEntries(fields.map((field) => [field, written(field)])) as LayerChange;
}

export type RecordFault = 'required' | 'scaleWrong' | 'crsWrong';

/** What cannot be saved so, by field. */
export function faultsOf(draft: RecordDraft): Partial<Record<RecordField, RecordFault>> {
  const scale = draft.planScale.trim();
  const crs = draft.crs.trim();
  return {
    ...(draft.title.trim() === '' ? { title: 'required' as const } : {}),
    ...(scale !== '' && !/^[1-9]\d{0,8}$/.test(scale) ? { planScale: 'scaleWrong' as const } : {}),
    ...(crs !== '' && !/^EPSG:\d{4,6}$/.test(crs) ? { crs: 'crsWrong' as const } : {}),
  };
}

/** Two people changed one record. What only one of them changed is taken from them; the rest somebody has to choose. */
export interface Merge {
  readonly draft: RecordDraft;
  /** Fields that both changed, differently; `draft` has what I wrote. */
  readonly contested: readonly RecordField[];
}

/**
 * @param base what both started from
 * @param mine what I wrote
 * @param theirs what is saved now
 */
export function mergeDrafts(base: RecordDraft, mine: RecordDraft, theirs: RecordDraft): Merge {
  const isMine = new Set(changedFields(base, mine));
  const draft = Object.fromEntries(
    RECORD_FIELDS.map((field) => [field, (isMine.has(field) ? mine : theirs)[field]]),
  ) as RecordDraft;
  const contested = changedFields(base, theirs).filter(
    (field) => isMine.has(field) && mine[field].trim() !== theirs[field].trim(),
  );
  return { draft, contested };
}
