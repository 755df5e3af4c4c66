import type { Text } from '../language.ts';
import { describePlace, describeProblem } from '../rules/describe-problem.ts';
import type { RulesProblem } from '../rules/problem.ts';
import type { FoundSort, LayerFindings } from './layer-findings.ts';

/** What is missing between the ground and the rules that it goes in force with. */
export interface RuleGap {
  readonly code:
    | 'zoneWithoutRuleSet'
    | 'zoneCodeUnknown'
    | 'zoneCodeWithoutRules'
    | 'itbxCodeWithoutText'
    | 'ruleWithoutSource'
    | 'overlayLevelUnnamed'
    | 'ruleKeyWithoutPolygon';
  /** Zone code, ITBX code, table and key of a rule, or theme and level of an overlay. */
  readonly name: string;
  /** Shapes that bear the code or level, or rows that use it; 1 for a single rule. */
  readonly count: number;
  readonly areaM2: number | null;
  /** A point inside the largest such shape, WGS 84, longitude first. */
  readonly at: [number, number] | null;
}

const SENTENCES: Readonly<Record<RuleGap['code'], Text>> = {
  zoneWithoutRuleSet: {
    id: 'Tidak ada aturan yang menjelaskan kode layer ini pada hari berlakunya.',
    en: 'No rules explain the codes of this layer on the day it goes in force.',
  },
  zoneCodeUnknown: {
    id: 'Kode zona yang tidak dikenal aturannya.',
    en: 'A zone code that its rules do not know.',
  },
  zoneCodeWithoutRules: {
    id: 'Kode zona tanpa satu pun baris aturan: tidak ada intensitas dan tidak ada matriks.',
    en: 'A zone code without any rule row: no intensity and no matrix.',
  },
  itbxCodeWithoutText: {
    id: 'Kode syarat dalam matriks yang tidak ada bunyinya.',
    en: 'A condition code of the matrix that has no text.',
  },
  ruleWithoutSource: {
    id: 'Aturan tanpa sumber hukum.',
    en: 'A rule without a legal source.',
  },
  overlayLevelUnnamed: {
    id: 'Tingkat ketentuan khusus yang tidak disebut aturannya, padahal tingkat lain disebut: jawaban di sana menjadi “belum diketahui”.',
    en: 'A level of an overlay that the rules do not name, though they name others: the answer there becomes “unknown”.',
  },
  ruleKeyWithoutPolygon: {
    id: 'Baris aturan untuk poligon (KODUNK), SWP, blok, atau kelas jalan yang tidak ada di peta: baris itu tidak pernah berlaku.',
    en: 'Rule rows for a polygon (KODUNK), an SWP, a block or a class of roads that is not on the map: they never apply.',
  },
};

/** Gaps as findings; every one of them blocks: a “yes” must never rest on a rule that is not there. */
export const findingsOfGaps = (gaps: readonly RuleGap[]): LayerFindings => tellGaps(gaps, 'blocks');

/** Rules and ground that pass each other by: no answer is wrong by it, but somebody should look. */
export const findingsOfSilences = (silences: readonly RuleGap[]): LayerFindings =>
  tellGaps(silences, 'warns');

function tellGaps(gaps: readonly RuleGap[], severity: FoundSort['severity']): LayerFindings {
  return [...new Set(gaps.map((gap) => gap.code))].map((code): FoundSort => {
    const own = gaps.filter((gap) => gap.code === code);
    const sentence = SENTENCES[code];
    return {
      code,
      severity,
      text: sentence,
      count: own.length,
      totalM2: own.some((gap) => gap.areaM2 !== null)
        ? own.reduce((sum, gap) => sum + (gap.areaM2 ?? 0), 0)
        : null,
      list: own.map(({ name, count, areaM2, at }) => ({
        featureNos: [],
        areaM2,
        at,
        text: {
          id: `${name} (${count}): ${sentence.id}`,
          en: `${name} (${count}): ${sentence.en}`,
        },
      })),
    };
  });
}

/** What the reading of rule tables found: errors block, warnings warn, each with its table, row and column. */
export function findingsOfRules(problems: readonly RulesProblem[]): LayerFindings {
  const keyOf = ({ severity, code }: RulesProblem): string => `${severity} ${code}`;
  return [...new Set(problems.map(keyOf))].map((key): FoundSort => {
    const own = problems.filter((problem) => keyOf(problem) === key);
    const tell = (problem: RulesProblem | undefined): Text =>
      problem === undefined
        ? { id: '', en: '' }
        : {
            id: `${describePlace(problem, 'id')}: ${describeProblem(problem, 'id')}`,
            en: `${describePlace(problem, 'en')}: ${describeProblem(problem, 'en')}`,
          };
    return {
      code: `rules.${own[0]?.code}`,
      severity: own[0]?.severity === 'error' ? 'blocks' : 'warns',
      text: tell(own[0]),
      count: own.length,
      totalM2: null,
      list: own.map((problem) => ({ featureNos: [], areaM2: null, at: null, text: tell(problem) })),
    };
  });
}

/** The original that an item came from is not on the server any more: it is sent again, or the item leaves the release. */
export const findingsOfGoneFile = (fileName: string): LayerFindings =>
  findingsOfRefusal('originalGone', {
    id: `Berkas asli “${fileName}” tidak ada lagi di peladen. Ganti berkasnya, atau keluarkan lapisan ini dari rilis.`,
    en: `The original “${fileName}” is no longer on the server. Replace the file, or take this layer out of the release.`,
  });

/** A file that could not be read at all, as the one finding about it. */
export const findingsOfRefusal = (code: string, text: Text): LayerFindings => [
  { code: `refused.${code}`, severity: 'blocks', text, count: 1, totalM2: null, list: [] },
];
