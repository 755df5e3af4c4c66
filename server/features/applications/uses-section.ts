import { nameOfUse, type UsesSaid, type UseVerdict } from '#domain/krk/use-verdicts';
import { citeIn, oneRegulation, VERDICT_WORDS, verdictLines } from '#domain/krk/use-words';
import type { Language, Text } from '#domain/language';
import type { Section } from '../documents/index.ts';
import { kbliTitles } from '../rules/index.ts';

const TITLE: Text = { id: 'Putusan atas kegiatan yang dimohon', en: 'Verdict on what is applied for' };
const BASIS: Text = { id: 'Dasar semua pasal di atas', en: 'All articles above are of' };
const HEAD: readonly Text[] = [
  { id: 'Bagian', en: 'Part' },
  { id: 'Kegiatan dalam matriks', en: 'Activity of the matrix' },
  { id: 'Putusan', en: 'Verdict' },
  { id: 'Batas, syarat, dan dasarnya', en: 'Limits, conditions and their basis' },
];

/** What the matrix says about each use that is applied for, part by part, each with its conditions and articles. */
export function usesSection({ uses, sources }: UsesSaid, language: Language): Section[] {
  if (uses.length === 0) return [];
  const regulation = oneRegulation(sources);
  const titles = kbliTitles(uses.flatMap(({ kind, code }) => (kind === 'kbli' ? [code] : [])));
  return [
    {
      title: TITLE[language],
      blocks: [
        ...uses.flatMap((use): Section['blocks'][number][] => [
          {
            kind: 'heading',
            text:
              use.kind === 'kbli' ? `KBLI 2020 ${use.code} ${titles[use.code] ?? ''}`.trim() : nameOfUse(use),
          },
          {
            kind: 'table',
            head: HEAD.map((words) => words[language]),
            widths: [2, 3, 3, 7],
            rows: rowsOf(use, sources, language),
          },
        ]),
        ...(regulation === null
          ? []
          : [{ kind: 'text' as const, text: `${BASIS[language]}: ${regulation}.` }]),
      ],
    },
  ];
}

/** One row for each activity; parts of which the same is said stand in it together. */
function rowsOf({ parts }: UseVerdict, sources: UsesSaid['sources'], language: Language): string[][] {
  const rows = new Map<string, { readonly on: string[]; readonly cells: readonly string[] }>();
  for (const { part, zone, isSliver, verdicts } of parts)
    for (const verdict of isSliver ? [] : verdicts) {
      const lines = verdictLines(verdict, sources, language).map(({ text, basis }) =>
        basis === null ? text : `${text} [${basis}]`,
      );
      const matrix = citeIn(sources, verdict.sourceId);
      const cells = [
        verdict.activityId === null ? '–' : verdict.activityName,
        VERDICT_WORDS[verdict.governing][language],
        [...(matrix === null ? [] : [`${matrix}.`]), ...lines].join(' '),
      ];
      const key = JSON.stringify(cells);
      const row = rows.get(key) ?? { on: [], cells };
      row.on.push(`${part} (${zone})`);
      rows.set(key, row);
    }
  return [...rows.values()].map(({ on, cells }) => [on.join(', '), ...cells]);
}
