import type { Answer, Part } from '../zoning/answer.ts';
import type { Basis, Says } from '../zoning/answer-statements.ts';
import type { VersionFact } from '../zoning/facts.ts';
import type { Figure, RuleValue } from '../zoning/figure.ts';

export const ROW_KINDS = [
  'zone',
  'figure',
  'setback',
  'activity',
  'condition',
  'note',
  'overlay',
  'effect',
  'rtrw',
] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** Kinds whose row is a shape on the ground: what is said about one does not hold for the next of the same code. */
export const SHAPES: ReadonlySet<RowKind> = new Set(['zone', 'overlay', 'rtrw']);

/** One row of the register that stands behind an answer: what somebody can say to be wrong. */
export interface AnswerRow {
  /** The same in every answer that the row stands behind, and in every version of its layer. */
  readonly key: string;
  readonly kind: RowKind;
  /** The layer that holds the row: of rules, zones, overlays. */
  readonly layerId: string;
  readonly versionId: string;
  readonly zoneCode: string | null;
  /** Measure, activity id, condition … within its kind, as statements of an answer name it. */
  readonly code: string;
  /** As the plan writes it; null where the code says it. */
  readonly name: string | null;
  /** What it says here, in the fields of a statement. */
  readonly says: Says;
  /** What it says wherever it holds: two versions with the same text here have the same row. */
  readonly rule: string;
  readonly basis: Basis | null;
}

type Told = Omit<AnswerRow, 'key' | 'versionId' | 'rule' | 'basis'> & {
  readonly regulationId: string | null;
  readonly sourceId: string | null;
  /** Left out where it says the same at every place. */
  readonly rule?: Says;
};

/**
 * Every row behind an answer, each once, in the order of the answer. A row whose version is not among those in force (a
 * general rule without a source here) is left out: nothing could be bound to it.
 */
export function rowsOfAnswer(answer: Answer, versions: readonly VersionFact[]): AnswerRow[] {
  const rows = new Map<string, AnswerRow>();
  const versionOf = new Map(versions.map((version) => [version.layer_id, version.version_id]));
  const citations = new Map(answer.sources.map((source) => [source.sourceId, source]));
  for (const { regulationId, sourceId, rule, ...row } of tellRows(answer, versions)) {
    const citation = sourceId === null ? undefined : citations.get(sourceId);
    const versionId = versionOf.get(row.layerId);
    const regulation = citation?.regulationId ?? regulationId ?? '';
    const key = [row.kind, row.layerId, regulation, row.zoneCode ?? '', row.code].join('~');
    if (versionId === undefined || rows.has(key)) continue;
    rows.set(key, {
      ...row,
      key,
      versionId,
      rule: JSON.stringify(rule ?? row.says),
      basis: citation === undefined ? null : basisOf(citation),
    });
  }
  return [...rows.values()];
}

const basisOf = ({
  regulationTitle,
  numberText,
  article,
  url,
  isDemo,
}: Answer['sources'][number]): Basis => ({
  regulationTitle,
  numberText,
  article,
  url,
  isDemo,
});

/** The layer in front of a source's id. */
const layerOf = (sourceId: string): string => sourceId.slice(0, sourceId.indexOf('/'));

function tellRows(answer: Answer, versions: readonly VersionFact[]): Told[] {
  const rulesLayerOf = (part: Part): string | null =>
    versions.find((version) => version.version_id === part.versionId)?.rules_layer_id ?? null;
  return [
    ...answer.parts.flatMap((part) => rowsOfPart(part, rulesLayerOf(part))),
    ...rowsOfThemes(answer),
    ...rowsOfCityPlan(answer, versions),
  ];
}

function rowsOfPart(part: Part, rulesLayer: string | null): Told[] {
  const { zone, regulationId } = part;
  const zoneRow: Told = {
    kind: 'zone',
    layerId: part.layerId,
    regulationId,
    zoneCode: zone.code,
    code: 'zone',
    name: null,
    says: { code: zone.code, zoneName: zone.zoneName, subzoneName: zone.subzoneName },
    rule: { code: zone.code },
    sourceId: null,
  };
  if (rulesLayer === null) return [zoneRow];
  const ofPart = { regulationId, zoneCode: zone.code, layerId: rulesLayer };
  return [
    zoneRow,
    ...part.figures.flatMap((figure) => rowsOfFigure(figure).map((row) => ({ ...ofPart, ...row }))),
    ...part.setbacks.flatMap((setback): Told[] => {
      if (setback.sourceId === null) return [];
      const says = {
        status: setback.status,
        valueM: setback.valueM,
        text: setback.text,
        referenceLine: setback.referenceLine,
      };
      const { status: _, ...rule } = says;
      return [
        {
          ...ofPart,
          kind: 'setback',
          layerId: layerOf(setback.sourceId),
          code: `${setback.kind} ${setback.roadClass ?? ''}`.trim(),
          name: null,
          says,
          rule,
          sourceId: setback.sourceId,
        },
      ];
    }),
    ...part.itbx.flatMap(({ itbx, activities }) =>
      activities.map(
        (activity): Told => ({
          ...ofPart,
          kind: 'activity',
          code: activity.activityId,
          name: activity.name,
          says: { itbx, codes: activity.codes.join(',') },
          rule: { codes: activity.codes.join(',') },
          sourceId: null,
        }),
      ),
    ),
    ...part.conditions.map(
      ({ code, body, sourceId }): Told => ({
        ...ofPart,
        kind: 'condition',
        // A condition is one row for all zones of its matrix.
        zoneCode: null,
        code,
        name: null,
        says: { body },
        sourceId,
      }),
    ),
    ...part.notes.map(
      ({ kind, code, body, sourceId }): Told => ({
        ...ofPart,
        kind: 'note',
        layerId: layerOf(sourceId),
        code: [kind, code ?? ''].join(' ').trim(),
        name: null,
        says: { body },
        sourceId,
      }),
    ),
  ];
}

/** The row that holds here, or one for each class where the class is not known. What overlays do to it is not its own. */
function rowsOfFigure(figure: Figure): Omit<Told, 'regulationId' | 'zoneCode' | 'layerId'>[] {
  const rows = figure.base === null ? figure.alternatives : [figure.base];
  return rows.map((row) => ({
    kind: 'figure',
    code: [figure.measure, ...classOf(row)].join(' '),
    name: null,
    says: {
      status: row.value === null ? 'text' : 'set',
      operator: figure.operator,
      value: row.value,
      unit: row.unitAsPrinted,
      text: row.text,
    },
    sourceId: row.sourceId,
  }));
}

const classOf = ({ parcelMinM2, parcelMaxM2, roadClass }: RuleValue): string[] => [
  ...(parcelMinM2 === null && parcelMaxM2 === null ? [] : [`${parcelMinM2 ?? ''}–${parcelMaxM2 ?? ''} m²`]),
  ...(roadClass === null ? [] : [roadClass]),
];

function rowsOfThemes({ themes }: Answer): Told[] {
  return themes.concerned.flatMap((theme): Told[] => {
    const { layerId } = theme;
    const areas = layerId === null ? [] : theme.areas;
    return [
      ...areas.map(
        (area): Told => ({
          kind: 'overlay',
          layerId: layerId ?? '',
          regulationId: null,
          zoneCode: null,
          code: `${theme.code} ${area.levelCode}`.trim(),
          name: area.name,
          says: { levelCode: area.levelCode, sharePct: area.sharePct },
          rule: { levelCode: area.levelCode },
          sourceId: null,
        }),
      ),
      ...theme.effects.map(
        (effect): Told => ({
          kind: 'effect',
          layerId: layerOf(effect.sourceId),
          regulationId: null,
          zoneCode: null,
          code: [
            theme.code,
            effect.levelCode,
            effect.effect,
            effect.measure ?? '',
            effect.activityName ?? '',
          ].join(' '),
          name: effect.activityName,
          says: { body: effect.body, value: effect.value, unit: effect.unitAsPrinted },
          sourceId: effect.sourceId,
        }),
      ),
    ];
  });
}

function rowsOfCityPlan({ rtrw }: Answer, versions: readonly VersionFact[]): Told[] {
  const layer = versions.find((version) => version.kind === 'rtrw');
  if (layer === undefined) return [];
  return rtrw.map((area) => ({
    kind: 'rtrw',
    layerId: layer.layer_id,
    regulationId: null,
    zoneCode: null,
    code: area.className,
    name: area.className,
    says: { agreement: area.agreement, sharePct: area.sharePct },
    rule: { className: area.className },
    sourceId: null,
  }));
}
