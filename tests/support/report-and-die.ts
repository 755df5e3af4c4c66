import { openDatabase } from '../../server/platform/db.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { aPhoto, aReport, sendPhoto, sendReport } from './a-report.ts';
import { anApp } from './an-app.ts';

/** Sends photos and a report in a process of its own, which is killed when it sends a statement of that number. */
export interface ReportDeath {
  readonly url: string;
  readonly folder: string;
  readonly now: string;
  readonly key: string;
  readonly photoIds: readonly string[];
  /** Statement before which it dies, from 1; null: it lives. Half a number: after it was sent, before its answer. */
  readonly step: number | null;
}

/** What the process has told before it died. */
export interface LastWords {
  readonly statements: number;
  readonly ticket: string | null;
}

const death: ReportDeath = JSON.parse(process.argv[2] ?? '');
let statements = 0;
const die = (): void => void process.kill(process.pid, 'SIGKILL');
const sql = openDatabase(death.url, {
  maxConnections: 4,
  onStatement() {
    statements += 1;
    if (death.step === statements) die();
    // Sent in this turn of the loop; in the next one it is on its way.
    if (death.step === statements + 0.5) setImmediate(die);
  },
});
const app = anApp(sql, {
  tilesDirectory: death.folder,
  dataDirectory: death.folder,
  keys: openKeys(`${death.folder}/keys`),
  clock: { now: () => new Date(death.now) },
});
for (const [index, photoId] of death.photoIds.entries())
  await sendPhoto(app, await aPhoto(colour(death.key, index)), { photoId });
const photos = death.photoIds.map((photoId) => ({ photoId }));
const identity = { kind: 'confidential', email: 'uji@example.id' } as const;
const response = await sendReport(app, aReport({ photos, identity }), { key: death.key });
const { ticket = null } = (await response.json()) as { ticket?: string };
const words: LastWords = { statements, ticket };
process.stdout.write(JSON.stringify(words));
if (death.step !== null) die();
process.exit(0);

/** A colour of its own: no two photos of the test are the same file. */
function colour(key: string, index: number): string {
  return `#${key.slice(0, 5)}${index}`;
}
