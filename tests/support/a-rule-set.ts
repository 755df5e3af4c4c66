import { groupBy } from '#domain/group-by';
import type {
  Activity,
  IntensityRule,
  ItbxCell,
  OverlayEffect,
  RegulationRules,
  RuleSet,
  SetbackRule,
  ZoneCode,
  ZoningNote,
} from '#domain/rules/rule-set';
import type { Citation } from '#domain/zoning/citation';
import type { Measure, RuleValue } from '#domain/zoning/figure';

export const aCitation = (given: Partial<Citation> = {}): Citation => ({
  sourceId: 'rules-uji/s1',
  regulationId: 'rdtr',
  regulationTitle: 'Peraturan Uji',
  numberText: 'Nomor 0 Tahun 0000',
  article: 'Pasal 1',
  quote: null,
  validFrom: null,
  validTo: null,
  status: 'berlaku',
  url: null,
  isDemo: true,
  ...given,
});

export const aRule = (given: Partial<RuleValue> = {}): RuleValue => ({
  value: 60,
  text: null,
  unitAsPrinted: null,
  parcelMinM2: null,
  parcelMaxM2: null,
  roadClass: null,
  sourceId: 'rules-uji/s1',
  ...given,
});

export const anIntensity = (
  measure: Measure,
  rule: Partial<RuleValue> = {},
  given: Partial<IntensityRule> = {},
): IntensityRule => ({
  measure,
  operator: measure === 'kdh' || measure === 'min_parcel_m2' ? 'min' : 'max',
  rule: aRule(rule),
  kodswp: null,
  kodblk: null,
  ...given,
});

export const aSetback = (given: Partial<SetbackRule> = {}): SetbackRule => ({
  regulationId: 'rdtr',
  kind: 'gsb',
  zoneCode: null,
  roadClass: null,
  valueM: 5,
  text: null,
  referenceLine: 'as jalan',
  sourceId: 'rules-uji/s1',
  ...given,
});

export const anEffect = (given: Partial<OverlayEffect> = {}): OverlayEffect => ({
  rulesLayerId: 'rules-uji',
  regulationId: 'rdtr',
  theme: 'banjir',
  levelCode: '',
  effect: 'text',
  measure: null,
  operator: null,
  value: null,
  unitAsPrinted: null,
  activityId: null,
  itbxCodes: [],
  conditions: [],
  body: 'Ketentuan uji',
  sourceId: 'rules-uji/s1',
  ...given,
});

export const anActivity = (given: Partial<Activity> = {}): Activity => ({
  activityId: 'bengkel',
  groupName: 'Jasa',
  name: 'Bengkel',
  synonyms: [],
  kbli: [{ edition: '2020', code: '45201' }],
  ...given,
});

export const aZoneCode = (given: Partial<ZoneCode> = {}): ZoneCode => ({
  code: 'R-3',
  zoneCode: 'R',
  zoneName: 'Perumahan',
  subzoneName: 'Perumahan Kepadatan Sedang',
  category: 'budi daya',
  color: '#fff005',
  provisional: false,
  description: null,
  sourceId: null,
  ...given,
});

export interface RuleSetParts {
  intensity?: Record<string, readonly IntensityRule[]>;
  setbacks?: readonly SetbackRule[];
  notes?: readonly ZoningNote[];
  activities?: readonly Activity[];
  /** activity id → zone code → codes */
  cells?: Record<string, Record<string, readonly string[]>>;
  emptyMeans?: 'tidak diatur' | 'X';
  conditions?: Record<string, string>;
  effects?: readonly OverlayEffect[];
  zoneCodes?: readonly ZoneCode[];
  citations?: readonly Citation[];
  rtrw?: Record<string, readonly string[]>;
  status?: Citation['status'];
}

/** A rule set 'rules-uji' with one regulation 'rdtr'; every row cites 'rules-uji/s1'. */
export function aRuleSet(parts: RuleSetParts = {}): RuleSet {
  const cells = new Map(
    Object.entries(parts.cells ?? {}).map(([activity, row]) => [
      activity,
      new Map(
        Object.entries(row).map(([zone, codes]): [string, ItbxCell] => [
          zone,
          { raw: codes.join(','), codes },
        ]),
      ),
    ]),
  );
  const zoneCodes = new Set([...cells.values()].flatMap((row) => [...row.keys()]));
  const ofZones = (parts.setbacks ?? []).filter((row) => row.zoneCode !== null);
  const regulation: RegulationRules = {
    regulation: {
      regulationId: 'rdtr',
      kind: 'contoh',
      title: 'Peraturan Uji',
      numberText: 'Nomor 0 Tahun 0000',
      setOn: null,
      validFrom: null,
      validTo: null,
      status: parts.status ?? 'berlaku',
      url: null,
      isDemo: true,
    },
    zoneCodes: new Map((parts.zoneCodes ?? [aZoneCode()]).map((row) => [row.code, row])),
    intensity: new Map(Object.entries(parts.intensity ?? {})),
    setbacks: groupBy(ofZones, (row) => row.zoneCode ?? ''),
    notes: parts.notes ?? [],
    activities: new Map((parts.activities ?? []).map((row) => [row.activityId, row])),
    matrix:
      parts.cells === undefined
        ? null
        : { emptyMeans: parts.emptyMeans ?? 'tidak diatur', sourceId: 'rules-uji/s1', zoneCodes, cells },
    conditions: new Map(
      Object.entries(parts.conditions ?? {}).map(([code, body]) => [
        code,
        { code, body, sourceId: 'rules-uji/s1' },
      ]),
    ),
    rtrwMatches: new Map(Object.entries(parts.rtrw ?? {}).map(([name, codes]) => [name, new Set(codes)])),
  };
  const effects = new Map<string, OverlayEffect[]>();
  for (const effect of parts.effects ?? [])
    effects.set(effect.theme, [...(effects.get(effect.theme) ?? []), effect]);
  return {
    layerId: 'rules-uji',
    versionId: 'aaaaaaaaaaaaaaaa',
    isDemo: true,
    citations: new Map((parts.citations ?? [aCitation()]).map((row) => [row.sourceId, row])),
    byRegulation: new Map([['rdtr', regulation]]),
    overlayEffects: effects,
    generalSetbacks: (parts.setbacks ?? []).filter((row) => row.zoneCode === null),
  };
}
