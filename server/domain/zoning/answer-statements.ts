import type { Answer, Part } from './answer.ts';
import type { Citation } from './citation.ts';

/** What one statement of an answer is about. `part` names the zone polygon it holds for, `none` for the whole place. */
export interface Subject {
  readonly kind:
    | 'zone'
    | 'share'
    | 'figure'
    | 'cap'
    | 'setback'
    | 'activity'
    | 'condition'
    | 'note'
    | 'theme'
    | 'overlay'
    | 'effect'
    | 'rtrw';
  readonly part: string | null;
  /** Measure, activity id, theme … within its kind. */
  readonly code: string;
  /** As the plan writes it: activity name, road, name of the overlay area; null where the code says it. */
  readonly name: string | null;
}

export type SaidValue = string | number | boolean | null;
/** What is said, field by field; numbers carry their unit in the field `unit` or in their name. */
export type Says = Readonly<Record<string, SaidValue>>;

/** Where a statement stands in the law, as far as two dates are compared by it. */
export type Basis = Pick<Citation, 'regulationTitle' | 'numberText' | 'article' | 'url' | 'isDemo'>;

export interface Statement {
  readonly subject: Subject;
  readonly says: Says;
  readonly basis: Basis | null;
}

/** The statements of an answer by their key; equal keys of two answers are about the same thing. */
export type Statements = ReadonlyMap<string, Statement>;

/** What an answer itself does not carry: the source of the matrix that a part's activities stand in. */
export type MatrixCitation = (part: Part) => Citation | null;

/**
 * Everything that an answer says about its place and that can change with a plan, one statement per rule. Roads,
 * parcels, borders and the day itself are left out.
 *
 * @param partNames a name per part, the same in both answers for parts that correspond: {@link pairParts}
 */
export function statementsOf(
  answer: Answer,
  partNames: readonly string[],
  matrixCitation: MatrixCitation,
): Statements {
  const statements = new Map<string, Statement>();
  const citations = new Map(answer.sources.map((source) => [source.sourceId, source]));
  const add = (subject: Subject, says: Says, source: string | null | Citation): void => {
    const citation = typeof source === 'string' ? (citations.get(source) ?? null) : source;
    const base = JSON.stringify([subject.kind, subject.part, subject.code]);
    let key = base;
    for (let n = 2; statements.has(key); n += 1) key = `${base}#${n}`;
    statements.set(key, { subject, says, basis: citation === null ? null : basisOf(citation) });
  };
  for (const [index, part] of answer.parts.entries())
    addPart(part, partNames[index] ?? part.zone.code, matrixCitation(part), add);
  addThemes(answer, add);
  for (const area of answer.rtrw)
    add(
      { kind: 'rtrw', part: null, code: area.className, name: area.className },
      { agreement: area.agreement, sharePct: area.sharePct },
      null,
    );
  return statements;
}

type Add = (subject: Subject, says: Says, source: string | null | Citation) => void;

const basisOf = ({ regulationTitle, numberText, article, url, isDemo }: Citation): Basis => ({
  regulationTitle,
  numberText,
  article,
  url,
  isDemo,
});

function addPart(part: Part, name: string, matrix: Citation | null, add: Add): void {
  const { zone } = part;
  add(
    { kind: 'zone', part: name, code: 'zone', name: null },
    { code: zone.code, zoneName: zone.zoneName, subzoneName: zone.subzoneName },
    null,
  );
  if (part.sharePct !== null)
    add(
      { kind: 'share', part: name, code: 'share', name: null },
      { sharePct: part.sharePct, areaM2: part.areaM2 },
      null,
    );
  addFigures(part, name, add);
  for (const setback of part.setbacks)
    add(
      {
        kind: 'setback',
        part: name,
        code: `${setback.kind} ${setback.roadClass ?? ''}`.trim(),
        name: setback.roadName,
      },
      {
        status: setback.status,
        valueM: setback.governingM ?? setback.valueM,
        text: setback.text,
        referenceLine: setback.referenceLine,
      },
      setback.sourceId,
    );
  for (const { itbx, activities } of part.itbx)
    for (const activity of activities)
      add(
        { kind: 'activity', part: name, code: activity.activityId, name: activity.name },
        { itbx, codes: activity.codes.join(',') },
        matrix,
      );
  for (const condition of part.conditions)
    add(
      { kind: 'condition', part: name, code: condition.code, name: null },
      { body: condition.body },
      condition.sourceId,
    );
  for (const note of part.notes)
    add(
      { kind: 'note', part: name, code: [note.kind, note.code ?? ''].join(' ').trim(), name: null },
      { body: note.body },
      note.sourceId,
    );
}

function addFigures(part: Part, name: string, add: Add): void {
  for (const figure of part.figures) {
    const { base, governing } = figure;
    add(
      { kind: 'figure', part: name, code: figure.measure, name: null },
      {
        status: figure.status,
        operator: figure.operator,
        value: governing?.value ?? base?.value ?? null,
        from: governing?.from ?? null,
        unit: base?.unitAsPrinted ?? null,
        text: base?.text ?? null,
        // Size and road classes, one after the other: compared as a whole.
        classes: figure.alternatives
          .map(({ parcelMinM2, parcelMaxM2, roadClass, value, text }) =>
            [parcelMinM2 ?? '', parcelMaxM2 ?? '', roadClass ?? '', value ?? text ?? ''].join('|'),
          )
          .join(';'),
      },
      governing?.sourceId ?? base?.sourceId ?? figure.alternatives[0]?.sourceId ?? null,
    );
    for (const cap of figure.caps)
      add(
        {
          kind: 'cap',
          part: name,
          code: `${figure.measure} ${cap.theme} ${cap.levelCode}`.trim(),
          name: null,
        },
        { operator: cap.operator, value: cap.value, unit: cap.unitAsPrinted, effect: cap.effect },
        cap.sourceId,
      );
  }
}

function addThemes({ themes }: Answer, add: Add): void {
  for (const state of ['concerned', 'notConcerned', 'noData'] as const) {
    for (const theme of themes[state]) {
      add(
        { kind: 'theme', part: null, code: theme.code, name: theme.title },
        { state, reason: theme.reason },
        null,
      );
      for (const area of theme.areas)
        add(
          { kind: 'overlay', part: null, code: `${theme.code} ${area.levelCode}`.trim(), name: area.name },
          { levelCode: area.levelCode, sharePct: area.sharePct },
          null,
        );
      for (const effect of theme.effects)
        add(
          {
            kind: 'effect',
            part: null,
            code: [
              theme.code,
              effect.levelCode,
              effect.effect,
              effect.measure ?? '',
              effect.activityName ?? '',
            ].join(' '),
            name: effect.activityName,
          },
          { body: effect.body, value: effect.value, unit: effect.unitAsPrinted },
          effect.sourceId,
        );
    }
  }
}
