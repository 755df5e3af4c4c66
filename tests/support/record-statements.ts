import { type Database, openDatabase } from '../../server/platform/db.ts';

export interface RecordedStatements {
  readonly sql: Database;
  /** Text of each statement as it was first sent, or as a function of the database ran it. */
  readonly texts: Set<string>;
  /** Plan shape of the first run of each text; statements without a plan (DDL, COPY) are missing. */
  readonly plans: Map<string, string>;
}

/**
 * A pool that writes down what runs through it. The plans come from PostgreSQL's own auto_explain, so that statements
 * inside functions are seen too; it needs a superuser.
 */
export function openRecordingDatabase(url: string): RecordedStatements {
  const texts = new Set<string>();
  const plans = new Map<string, string>();
  const sql = openDatabase(url, {
    maxConnections: 2,
    settings: {
      session_preload_libraries: 'auto_explain',
      'auto_explain.log_min_duration': '0',
      'auto_explain.log_nested_statements': 'on',
      'auto_explain.log_level': 'notice',
      client_min_messages: 'notice',
      // The planner's view of the machine is fixed, so that the shapes are the same on every server.
      max_parallel_workers_per_gather: '0',
      random_page_cost: '1.1',
      effective_cache_size: '1GB',
      work_mem: '16MB',
      // Of a young table it costs the same as reading the whole: which of both is chosen would differ from run to run.
      enable_indexonlyscan: 'off',
    },
    onStatement: (text) => texts.add(text),
    onNotice(message) {
      const match =
        /^duration: [\d.]+ ms {2}plan:\nQuery Text: ([\s\S]*?)\n((?:[A-Z][^\n]*\(cost=)[\s\S]*)$/.exec(
          message,
        );
      if (match === null) return;
      const [, text = '', plan = ''] = match;
      texts.add(text);
      if (!plans.has(text)) plans.set(text, shapeOf(plan));
    },
  });
  return { sql, texts, plans };
}

/** A plan without costs and without the values that were asked for. */
function shapeOf(plan: string): string {
  return plan
    .replace(/ {2}\(cost=[^)]*\)/g, '')
    .replace(/'(?:[^']|'')*'/g, "'…'")
    .replace(/\$\d+/g, "'…'")
    .replace(/(?<![\w.])-?\d+\.\d+(?:e[+-]?\d+)?/g, '…')
    .replace(/pg_temp_\d+/g, 'pg_temp')
    .trimEnd();
}
