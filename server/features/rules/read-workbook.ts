import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorAt, type RulesProblem } from '#domain/rules/problem';
import {
  defaultLimits,
  driversToSkip,
  type ImportLimits,
  isSafeLayerName,
  readOutput,
  startConfined,
} from '../imports/index.ts';
import type { RulesSource } from './read-directory.ts';

/** A workbook of rules is small; these stop one that unpacks to more than a table can hold. */
const LIMITS: ImportLimits = {
  ...defaultLimits,
  outputBytes: 64 * 1024 * 1024,
  inspectSeconds: 30,
  readSeconds: 60,
  memoryBytes: 1_500_000_000,
};
const MAX_WORKBOOK_BYTES = 32 * 1024 * 1024;
const MAX_SHEETS = 60;
/** Of all sheets together: beyond it what is left is not read. */
const MOST_SECONDS = 120;

type Run = { readonly text: string; readonly detail: string | null };

/**
 * Every cell as text: a number as it is stored, not as it is shown, so that 60 % comes as 0.6 (`percentBelow1`). The header
 * row is ours to read, not the reader's to guess.
 */
const READER = { OGR_XLSX_HEADERS: 'DISABLE', OGR_XLSX_FIELD_TYPES: 'STRING' };

const run = async (tool: 'ogrinfo' | 'ogr2ogr', args: readonly string[], folder: string): Promise<Run> => {
  const skip = (await driversToSkip()).split(',').filter((name) => name !== 'XLSX');
  const child = await startConfined(tool, args, folder, LIMITS, { ...READER, GDAL_SKIP: skip.join(',') });
  const text = await readOutput(child, LIMITS.outputBytes);
  const problem = await child.problem;
  const detail = problem === null ? null : `${problem.code} ${problem.params.detail ?? ''}`.trim();
  return { text, detail };
};

const sheetNames = (listing: string): readonly string[] =>
  [...listing.matchAll(/^\d+: (.+?)(?: \([^()]*\))?$/gm)].map((match) => match[1] ?? '');

/** The reader names the columns `Field1,Field2 …` in a first line of its own; the sheet begins after it. */
const withoutReaderHeader = (text: string): string => text.slice(text.indexOf('\n') + 1);

const readSheets = async (
  folder: string,
  workbook: string,
): Promise<Omit<RulesSource, 'sha256' | 'format'>> => {
  const file = 'workbook';
  const unreadable = (detail: string): RulesProblem => errorAt('unreadableText', { file }, { text: detail });
  const texts = new Map<string, string>();
  const listing = await run('ogrinfo', ['-ro', '-q', workbook], folder);
  const names = sheetNames(listing.text);
  if (listing.detail !== null) return { texts, problems: [unreadable(listing.detail)] };
  if (names.length > MAX_SHEETS) return { texts, problems: [unreadable(`${names.length} sheets`)] };
  const problems: RulesProblem[] = [];
  const end = performance.now() + MOST_SECONDS * 1000;
  for (const name of names) {
    if (!isSafeLayerName(name) || performance.now() > end) {
      problems.push(errorAt('unreadableText', { file: name }, { text: 'sheet' }));
      continue;
    }
    const sheet = await run('ogr2ogr', ['-f', 'CSV', '/vsistdout/', workbook, name], folder);
    if (sheet.detail !== null)
      problems.push(errorAt('unreadableText', { file: name }, { text: sheet.detail }));
    else if (sheet.text !== '') texts.set(name, withoutReaderHeader(sheet.text));
  }
  return { texts, problems };
};

/**
 * Reads an XLSX workbook whose sheets are named as the tables, through GDAL in a confined child: no network, an
 * unprivileged user, limits of memory, time and output. A formula gives the value that the workbook stored for it;
 * of merged cells the first has the value and the others are empty.
 */
export const readRulesWorkbook = async (path: string): Promise<RulesSource> => {
  const problem = (text: string): RulesSource => ({
    texts: new Map(),
    sha256: createHash('sha256').digest('hex'),
    format: 'xlsx',
    problems: [errorAt('unreadableText', { file: 'workbook' }, { text })],
  });
  if ((await stat(path)).size > MAX_WORKBOOK_BYTES) return problem('larger than 32 MiB');
  const folder = await mkdtemp(join(tmpdir(), 'omod-rules-'));
  try {
    // The reader runs as another user where it can.
    await chmod(folder, 0o755);
    const workbook = join(folder, 'workbook.xlsx');
    await copyFile(path, workbook);
    await chmod(workbook, 0o644);
    const sha256 = createHash('sha256')
      .update(await readFile(workbook))
      .digest('hex');
    return { ...(await readSheets(folder, workbook)), sha256, format: 'xlsx' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
