import type { Citation } from '../zoning/citation.ts';
import { articleAnchor } from './article-anchor.ts';
import type {
  IntensityRule,
  ItbxCondition,
  OverlayEffect,
  Regulation,
  RegulationRules,
  RuleSet,
  SetbackRule,
  ZoneCode,
  ZoningNote,
} from './rule-set.ts';

/** One figure of an intensity table with the code of its zone. */
export interface ZoneIntensity extends IntensityRule {
  readonly zoneCode: string;
}

/** An activity's row in a matrix: its outcomes, each with the zones that have it. */
export interface MatrixRow {
  readonly name: string;
  readonly outcomes: readonly { readonly codes: readonly string[]; readonly zoneCodes: readonly string[] }[];
}

export interface MatrixText {
  readonly emptyMeans: 'tidak diatur' | 'X';
  readonly zoneCodes: readonly string[];
  readonly activityCount: number;
  /** Groups of activities in the order of the matrix. */
  readonly groups: readonly { readonly name: string; readonly rows: readonly MatrixRow[] }[];
}

/** A stored row of a regulation's text with every rule that rests on it. */
export interface ArticleText {
  /** Element id on the regulation's page: {@link articleAnchor}. */
  readonly anchor: string;
  readonly article: string;
  readonly quote: string | null;
  readonly zoneCodes: readonly ZoneCode[];
  readonly intensity: readonly ZoneIntensity[];
  readonly setbacks: readonly SetbackRule[];
  readonly notes: readonly ZoningNote[];
  readonly conditions: readonly ItbxCondition[];
  readonly effects: readonly OverlayEffect[];
  readonly matrices: readonly MatrixText[];
}

/** A regulation as the rule set holds it: who it is, and each article with what rests on it. */
export interface RegulationText {
  readonly layerId: string;
  readonly versionId: string;
  readonly regulation: Regulation;
  readonly articles: readonly ArticleText[];
}

/** A rule set in force on a day. */
export interface RuleSetInForce {
  readonly layerId: string;
  readonly title: string;
  readonly versionId: string;
  /** Calendar day, `YYYY-MM-DD`. */
  readonly validFrom: string;
  readonly decree: string;
  readonly isDemo: boolean;
}

/** The regulations of one rule set in force. */
export interface RegulationSet extends RuleSetInForce {
  readonly regulations: readonly {
    readonly regulation: Regulation;
    readonly articleCount: number;
    /** Titles of the layers whose codes this regulation explains. */
    readonly plans: readonly string[];
  }[];
}

/** One regulation in full, and where its rule set stands in the register. */
export interface RegulationOnDay {
  readonly text: RegulationText;
  readonly set: RuleSetInForce;
  readonly plans: readonly string[];
}

/** How many rules rest on an article; a matrix counts as its activities. */
export const ruleCount = (article: ArticleText): number =>
  article.zoneCodes.length +
  article.intensity.length +
  article.setbacks.length +
  article.notes.length +
  article.conditions.length +
  article.effects.length +
  article.matrices.reduce((sum, matrix) => sum + matrix.activityCount, 0);

/**
 * The text rows of one regulation, articles before annexes, each with the rules of the whole set that cite it.
 *
 * @returns null when the set has no regulation of that id
 */
export function describeRegulation(set: RuleSet, regulationId: string): RegulationText | null {
  const regulation = set.byRegulation.get(regulationId)?.regulation;
  if (regulation === undefined) return null;
  const everything = [...set.byRegulation.values()];
  const intensity = everything.flatMap(({ intensity: byZone }) =>
    [...byZone].flatMap(([zoneCode, rules]) => rules.map((rule): ZoneIntensity => ({ ...rule, zoneCode }))),
  );
  const setbacks = [
    ...set.generalSetbacks,
    ...everything.flatMap(({ setbacks: byZone }) => [...byZone.values()].flat()),
  ];
  const effects = [...set.overlayEffects.values()].flat();
  const articles = [...set.citations.values()]
    .filter((citation) => citation.regulationId === regulationId)
    .sort(byArticle)
    .map(({ sourceId, article, quote }): ArticleText => {
      const rests = (rule: { readonly sourceId: string | null }): boolean => rule.sourceId === sourceId;
      return {
        anchor: articleAnchor(sourceId),
        article,
        quote,
        zoneCodes: everything.flatMap(({ zoneCodes }) => [...zoneCodes.values()].filter(rests)),
        intensity: intensity.filter(({ rule }) => rests(rule)),
        setbacks: setbacks.filter(rests),
        notes: everything.flatMap(({ notes }) => notes.filter(rests)),
        conditions: everything.flatMap(({ conditions }) => [...conditions.values()].filter(rests)),
        effects: effects.filter(rests),
        matrices: everything.flatMap((rules) => {
          const { matrix } = rules;
          return matrix !== null && rests(matrix) ? [describeMatrix(rules, matrix)] : [];
        }),
      };
    });
  return { layerId: set.layerId, versionId: set.versionId, regulation, articles };
}

/** Articles stand before annexes, numbers count as numbers: Pasal 2, Pasal 10, Lampiran I. */
function byArticle(a: Citation, b: Citation): number {
  const rank = ({ article }: Citation): number => (/^pasal\b/i.test(article) ? 0 : 1);
  return rank(a) - rank(b) || a.article.localeCompare(b.article, 'id', { numeric: true });
}

function describeMatrix(rules: RegulationRules, matrix: NonNullable<RegulationRules['matrix']>): MatrixText {
  const zoneCodes = [...matrix.zoneCodes];
  const groups = new Map<string, MatrixRow[]>();
  let activityCount = 0;
  for (const [activityId, cells] of matrix.cells) {
    const activity = rules.activities.get(activityId);
    if (activity === undefined) continue;
    activityCount += 1;
    const outcomes = new Map<string, { codes: readonly string[]; zoneCodes: string[] }>();
    for (const zoneCode of zoneCodes) {
      const codes = cells.get(zoneCode)?.codes ?? [];
      const outcome = outcomes.get(codes.join()) ?? { codes, zoneCodes: [] };
      outcomes.set(codes.join(), outcome);
      outcome.zoneCodes.push(zoneCode);
    }
    const rows = groups.get(activity.groupName) ?? [];
    groups.set(activity.groupName, rows);
    rows.push({ name: activity.name, outcomes: [...outcomes.values()].sort(bySeverity) });
  }
  return {
    emptyMeans: matrix.emptyMeans,
    zoneCodes,
    activityCount,
    groups: [...groups].map(([name, rows]) => ({ name, rows })),
  };
}

/** What is allowed before what is not; cells without any code last. */
function bySeverity(
  a: { readonly codes: readonly string[] },
  b: { readonly codes: readonly string[] },
): number {
  const rank = (codes: readonly string[]): number =>
    codes.length === 0 ? 9 : Math.max(...codes.map((code) => 'ITBX'.indexOf(code.charAt(0))));
  return rank(a.codes) - rank(b.codes) || a.codes.join().localeCompare(b.codes.join());
}
