import { codeOfKodunk } from './kodunk.ts';
import { errorAt, type RulesProblem, warningAt } from './problem.ts';
import type { RuleTables } from './read-rule-tables.ts';
import type { Placed } from './read-table.ts';

type Reference = {
  readonly regulation_id: string;
  readonly source_id?: string | null;
};

const at = (placed: Placed<unknown>, column: string) => ({ file: placed.file, row: placed.line, column });

/** Regulations and sources that a row names and that the set does not have. */
const checkSources = (tables: RuleTables): RulesProblem[] => {
  const regulations = new Set(tables.regulations.map(({ row }) => row.regulation_id));
  const sources = new Map(tables['legal-sources'].map(({ row }) => [row.source_id, row.regulation_id]));
  const problems: RulesProblem[] = [];
  const check = (placed: Placed<Reference>): void => {
    const { regulation_id: regulation, source_id: source } = placed.row;
    if (!regulations.has(regulation))
      problems.push(errorAt('unknownRegulation', at(placed, 'regulation_id'), { text: regulation }));
    if (typeof source !== 'string') return;
    const owner = sources.get(source);
    if (owner === undefined)
      problems.push(errorAt('unknownSource', at(placed, 'source_id'), { text: source }));
    else if (owner !== regulation)
      problems.push(
        warningAt('sourceOfOtherRegulation', at(placed, 'source_id'), { text: source, regulation: owner }),
      );
  };
  for (const rows of [
    tables['zone-codes'],
    tables.intensity,
    tables.setbacks,
    tables.notes,
    tables.matrices,
    tables.conditions,
    tables['overlay-effects'],
  ])
    for (const placed of rows) check(placed);
  for (const placed of [...tables['legal-sources'], ...tables.activities, ...tables['rtrw-matches']])
    check({ ...placed, row: { regulation_id: placed.row.regulation_id } });
  return problems;
};

/** Zone codes of rules: only what the regulation's own code list has. A match with the RTRW may name a parent zone. */
const checkZoneCodes = (tables: RuleTables): RulesProblem[] => {
  const key = (regulation: string, code: string): string => JSON.stringify([regulation, code]);
  const codes = new Set(tables['zone-codes'].map(({ row }) => key(row.regulation_id, row.code)));
  const parents = new Set(
    tables['zone-codes'].flatMap(({ row }) =>
      row.zone_code === null ? [] : [key(row.regulation_id, row.zone_code)],
    ),
  );
  const problems: RulesProblem[] = [];
  for (const placed of [...tables.intensity, ...tables.setbacks, ...tables.notes, ...tables['itbx-cells']]) {
    const { regulation_id: regulation, zone_code: code } = placed.row;
    if (code !== null && !codes.has(key(regulation, code)) && !codes.has(key(regulation, codeOfKodunk(code))))
      problems.push(errorAt('unknownZoneCode', at(placed, 'zone_code'), { text: code, regulation }));
  }
  for (const placed of tables['rtrw-matches']) {
    const entry = key(placed.row.regulation_id, placed.row.zone_code);
    if (!codes.has(entry) && !parents.has(entry))
      problems.push(
        errorAt('unknownZoneCode', at(placed, 'zone_code'), {
          text: placed.row.zone_code,
          regulation: placed.row.regulation_id,
        }),
      );
  }
  return problems;
};

/** Activities that a cell or an overlay names and that the regulation does not have; activities that neither names. */
const checkActivities = (tables: RuleTables): RulesProblem[] => {
  const key = (regulation: string, id: string | null): string => JSON.stringify([regulation, id]);
  const known = new Set(tables.activities.map(({ row }) => key(row.regulation_id, row.activity_id)));
  const named = new Set(
    [...tables['itbx-cells'], ...tables['overlay-effects']].map(({ row }) =>
      key(row.regulation_id, row.activity_id),
    ),
  );
  const problems: RulesProblem[] = [];
  for (const placed of [...tables['itbx-cells'], ...tables['overlay-effects']]) {
    const { regulation_id: regulation, activity_id: id } = placed.row;
    if (id !== null && !known.has(key(regulation, id)))
      problems.push(errorAt('unknownActivity', at(placed, 'activity_id'), { text: id, regulation }));
  }
  for (const placed of tables.activities)
    if (!named.has(key(placed.row.regulation_id, placed.row.activity_id)))
      problems.push(warningAt('activityWithoutCells', at(placed, 'name'), { text: placed.row.name }));
  return problems;
};

/** KBLI codes of activities that the reference list of that edition does not have: the row stays, with a warning. */
const checkKbli = (tables: RuleTables, knownKbli: ReadonlySet<string> | null): RulesProblem[] =>
  knownKbli === null
    ? []
    : tables.activities.flatMap((placed) =>
        placed.row.kbli
          .filter((code) => !knownKbli.has(`${placed.row.kbli_edition}:${code}`))
          .map((code) => warningAt('unknownKbli', at(placed, 'kbli'), { text: code })),
      );

/**
 * Everything that one table says about another.
 *
 * @param knownKbli `<edition>:<code>` of the reference list; null = not loaded, not checked.
 */
export const checkReferences = (
  tables: RuleTables,
  knownKbli: ReadonlySet<string> | null,
): readonly RulesProblem[] => [
  ...checkSources(tables),
  ...checkZoneCodes(tables),
  ...checkActivities(tables),
  ...checkKbli(tables, knownKbli),
];
