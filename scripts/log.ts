import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { hashLeaf, readOpening } from '#domain/log/log-leaf';
import { readLogProof, verifyLogProof } from '#domain/log/log-proof';
import { type NoteKey, readNoteKey } from '#domain/log/signed-note';
import {
  currentCheckpoint,
  erasePersonal,
  inspectLog,
  type LogDamage,
  proveLeafToHolder,
  writeLogKeys,
} from '../server/features/log/index.ts';
import { sha256, verifyEd25519 } from '../server/platform/crypto.ts';
import type { Deps } from '../server/platform/deps.ts';
import { endWithFailure } from './setup/explain-failure.ts';
import { runWithDeps } from './setup/run-with-deps.ts';

const USAGE = `npm run log -- audit [CHECKPOINT …]   compute everything again; with checkpoints that were kept elsewhere
npm run log -- checkpoint             print the signed checkpoint of now: keep it where nobody here can change it
npm run log -- keys                   print the public keys of this log
npm run log -- proof INDEX FILE       write the proof of an entry with what it says, for the person it concerns
npm run log -- verify FILE --keys K   check such a file; K holds the public keys. Needs neither database nor network
npm run log -- erase INDEX … --reason TEXT   take what is personal out of entries, for ever
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keys: { type: 'string' }, reason: { type: 'string' } },
});
const [command, ...args] = positionals;

/** One sentence about the first broken place. */
function describeDamage(damage: LogDamage): string {
  switch (damage.code) {
    case 'leafMissing':
      return `Entry ${damage.index} is missing.`;
    case 'eventMissing':
      return `What entry ${damage.index} says is missing.`;
    case 'eventChanged':
      return `Entry ${damage.index} is not what was written: its text, time or author was changed.`;
    case 'leafChanged':
      return `The leaf of entry ${damage.index} was changed.`;
    case 'nodeChanged':
      return `A node of level ${damage.level} above entry ${damage.index} was changed; the entries are as they were written.`;
    case 'endMissing':
      return `Entries ${damage.index} to ${damage.size - 1} are missing: a checkpoint was signed for ${damage.size}.`;
    case 'rewritten':
      return `Entries fit together and are not those that were signed for: one of ${damage.index} to ${damage.size - 1} was rewritten.`;
    case 'checkpointWrong':
      return `The checkpoint of ${damage.index} entries does not hold: ${damage.reason}.`;
    case 'erasedSilently':
      return `What is personal in entry ${damage.index} was erased, and no entry says by whom and why.`;
    case 'eventsOutside':
      return `${damage.count} events were written past the log.`;
  }
}

async function auditLog(deps: Deps): Promise<number> {
  const kept = await Promise.all(args.map((path) => readFile(path, 'utf8')));
  const { size, damage, checkpoints } = await inspectLog(deps, kept);
  if (damage !== null) {
    console.error(describeDamage(damage));
    return 1;
  }
  console.log(`${size} entries, ${checkpoints} signed checkpoints: everything is as it was written.`);
  return 0;
}

/** A whole number from 0, or undefined. */
const indexOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined;

async function prove(deps: Deps): Promise<number> {
  const [index, path] = [indexOf(args[0]), args[1]];
  if (index === undefined || path === undefined) return refuseUsage();
  const proof = await proveLeafToHolder(deps, index);
  if (proof === undefined) {
    console.error(`There is no entry ${index}.`);
    return 1;
  }
  await writeFile(path, proof);
  console.log(
    `${path} proves entry ${index}. It shows what the entry says: it is for the person it concerns.`,
  );
  return 0;
}

async function erase(deps: Deps): Promise<number> {
  const indexes = args.map(indexOf);
  const { reason } = values;
  if (reason === undefined || indexes.length === 0 || !indexes.every((index) => index !== undefined))
    return refuseUsage();
  const erased = await erasePersonal(deps.sql, { actor: 'operator', indexes, reason });
  console.log(
    erased.length === 0 ? 'Nothing personal is in them.' : `Erased for ever: ${erased.join(', ')}.`,
  );
  return 0;
}

/** Checks a proof with nothing but the file and the keys. */
async function verify(): Promise<number> {
  const [path] = args;
  if (path === undefined || values.keys === undefined) return refuseUsage();
  const keys = (await readFile(values.keys, 'utf8'))
    .split('\n')
    .map((line) => readNoteKey(sha256, line))
    .filter((key): key is NoteKey => key !== undefined);
  const proof = readLogProof(await readFile(path, 'utf8'));
  const opening = proof?.extra === undefined ? undefined : readOpening(proof.extra);
  if (proof === undefined || opening === undefined) {
    console.error('This is no proof file of an entry.');
    return 1;
  }
  const verified = verifyLogProof({ sha256, verifyEd25519 }, proof, hashLeaf(sha256, opening), keys);
  if (!verified.ok) {
    console.error(`The proof does not hold: ${verified.problem}.`);
    return 1;
  }
  const { origin, size } = verified.value;
  console.log(`Entry ${proof.index} stands in the log ${origin}, as signed for ${size} entries. It says:`);
  const { kind, recordedAt, facts, personal } = opening;
  const personalPart = personal === null || 'commitment' in personal ? {} : { personal: personal.value };
  console.log(JSON.stringify({ kind, recordedAt, ...Object(facts.value), ...personalPart }, null, 2));
  return 0;
}

function refuseUsage(): number {
  console.error(USAGE);
  return 2;
}

const print = async (text: Promise<string>): Promise<number> => {
  process.stdout.write(await text);
  return 0;
};
const commands: Readonly<Record<string, (deps: Deps) => Promise<number>>> = {
  audit: auditLog,
  checkpoint: (deps) => print(currentCheckpoint(deps).then(({ note }) => note)),
  keys: (deps) => print(writeLogKeys(deps)),
  proof: prove,
  erase,
};

const work = commands[command ?? ''];
if (command === 'verify') {
  await verify().then((code) => {
    process.exitCode = code;
  }, endWithFailure);
} else if (work === undefined) process.exitCode = refuseUsage();
else await runWithDeps(work);
