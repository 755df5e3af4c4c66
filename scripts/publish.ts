import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../server/env.ts';
import { prepareKelurahan } from '../server/features/areas/index.ts';
import {
  describePublishProblem,
  describePublishWarning,
  findNewestVersion,
  type PublishOrder,
  type WithdrawOrder,
  withdrawDemoCity,
  withdrawLayer,
} from '../server/features/publish/index.ts';
import { describeRefusal, publishWithoutGaps } from '../server/features/releases/index.ts';
import { createRuleSetLoader } from '../server/features/rules/index.ts';
import { prepareGround } from '../server/features/where/index.ts';
import { lookAtChangedGround } from '../server/look-at-changed-ground.ts';
import { calendarDay } from '../server/platform/clock.ts';
import type { Deps } from '../server/platform/deps.ts';
import { openDeps } from '../server/platform/open-deps.ts';
import { attachDatabase } from './setup/attach-database.ts';
import { endWithFailure } from './setup/explain-failure.ts';

const USAGE = `npm run publish -- --layer ID --version ID --from DATE --decree TEXT [options]

npm run publish -- --layer ID --withdraw --from DATE --decree TEXT [options]
npm run publish -- --withdraw-demo-city --from DATE --decree TEXT [options]

  --layer ID           layer whose version is put in force
  --version ID         version, as npm run import printed it; an older one goes back to it; "newest" is the last import
  --withdraw           take the layer out of force; earlier days keep theirs, publishing a version brings it back
  --from DATE          first day in force, or out of it, YYYY-MM-DD
  --decree TEXT        the regulation that says so
  --decree-on DATE     day of that regulation
  --note TEXT          remark for the register
  --accept-gaps        publish demonstration data although its rules are not complete; never anything else
`;

/** A command answers no requests; it knows the address that people use. */
const NO_SERVER = { isHttps: true, isDevelopment: false, trustedProxies: [], isStopping: () => false };

type DemoOrder = Omit<WithdrawOrder, 'layerId'>;
type VersionOrder = PublishOrder & { readonly acceptsGaps: boolean };
type Order = VersionOrder | WithdrawOrder | DemoOrder;

/** Reads the command line; undefined when it is not complete. */
function readOrder(): Order | undefined {
  const { values } = parseArgs({
    options: {
      layer: { type: 'string' },
      version: { type: 'string' },
      withdraw: { type: 'boolean', default: false },
      'withdraw-demo-city': { type: 'boolean', default: false },
      from: { type: 'string' },
      decree: { type: 'string' },
      'decree-on': { type: 'string' },
      note: { type: 'string' },
      'accept-gaps': { type: 'boolean', default: false },
    },
  });
  const { layer, version, withdraw, from, decree, 'decree-on': decreeOn, note } = values;
  if (from === undefined || decree === undefined) return undefined;
  if (values['withdraw-demo-city'])
    return layer === undefined && version === undefined && !withdraw
      ? { validFrom: from, decree, decreeOn, note }
      : undefined;
  if (layer === undefined) return undefined;
  if (withdraw === (version !== undefined)) return undefined;
  const order = { layerId: layer, validFrom: from, decree, decreeOn, note };
  return version === undefined ? order : { ...order, versionId: version, acceptsGaps: values['accept-gaps'] };
}

/** @returns the exit code: 0 done, 1 refused, 2 wrong usage */
async function publish(): Promise<number> {
  let order: Order | undefined;
  try {
    order = readOrder();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
  if (order === undefined) {
    console.error(USAGE);
    return 2;
  }
  const environment = readEnvironment();
  if (!environment.ok) {
    console.error(environment.problem.join('\n'));
    return 1;
  }
  const database = await attachDatabase(environment.value);
  const { deps, close } = openDeps(environment.value, database.url);
  try {
    const began = performance.now();
    const { PUBLIC_URL: publicUrl, DATA_DIRECTORY } = environment.value;
    const looking = {
      ...deps,
      dataDirectory: resolve(DATA_DIRECTORY),
      ...(publicUrl === undefined ? {} : { http: { ...NO_SERVER, publicUrl } }),
    };
    if (!('versionId' in order)) {
      const code = 'layerId' in order ? await withdraw(deps, order) : await withdrawDemo(deps, order);
      if (code === 0) await tellChangedGround(looking);
      return code;
    }
    const newest =
      order.versionId === 'newest' ? await findNewestVersion(deps.sql, order.layerId) : undefined;
    order = { ...order, versionId: newest ?? order.versionId };
    const outcome = await publishWithoutGaps(deps, order, order.acceptsGaps);
    if (!outcome.ok) {
      console.error(describeRefusal(outcome.problem).join('\n'));
      return 1;
    }
    const { archive, warnings } = outcome.value;
    if (archive !== undefined) {
      const kilobytes = Math.round(archive.byteCount / 1000);
      console.log(
        archive.isReused
          ? `Tiles: ${archive.tileCount}, ${kilobytes} kB, used as they are`
          : `Tiles: ${archive.tileCount}, ${kilobytes} kB, SHA-256 ${archive.sha256}`,
      );
    }
    for (const warning of warnings) console.log(`Note: ${describePublishWarning(warning)}`);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `Version ${order.versionId} of ${order.layerId} is in force from ${order.validFrom} (${seconds} s).`,
    );
    await prepare(deps, order.validFrom);
    await tellChangedGround(looking);
    return 0;
  } finally {
    await close();
    await database.close();
  }
}

/** The first reader who asks where something is allowed, or for a kelurahan, does not wait for the ground to be cut. */
async function prepare(deps: Deps, validFrom: string): Promise<void> {
  const today = calendarDay(deps.clock.now(), deps.city.timeZone);
  const on = validFrom > today ? validFrom : today;
  try {
    await prepareGround({ sql: deps.sql, loadRuleSet: createRuleSetLoader(deps.sql) }, on);
  } catch (error) {
    console.error(`The ground was not cut beforehand, the first question for it will wait: ${String(error)}`);
  }
  try {
    await prepareKelurahan(deps, on);
  } catch (error) {
    console.error(`The kelurahan were not cut beforehand, their first readers will wait: ${String(error)}`);
  }
}

/** Documents in force whose ground has changed: staff see them in the console, their holders are told. */
async function tellChangedGround(deps: Deps & { readonly dataDirectory: string }): Promise<void> {
  try {
    const { changed, failed, told } = await lookAtChangedGround(deps);
    if (changed > 0)
      console.log(`Documents in force on changed ground: ${changed} more; ${told} holders are told.`);
    if (failed > 0) console.error(`${failed} documents could not be compared now; the server asks again.`);
  } catch (error) {
    console.error(`Documents were not compared with the plan; the server does it later: ${String(error)}`);
  }
}

async function withdrawDemo(deps: Deps, order: DemoOrder): Promise<number> {
  const outcome = await withdrawDemoCity(deps, order);
  if (!outcome.ok) {
    console.error(describePublishProblem(outcome.problem));
    return 1;
  }
  for (const layerId of outcome.value) console.log(`${layerId} is out of force from ${order.validFrom}.`);
  if (outcome.value.length === 0) console.log(`The demo city is not in force on ${order.validFrom}.`);
  return 0;
}

async function withdraw(deps: Deps, order: WithdrawOrder): Promise<number> {
  const outcome = await withdrawLayer(deps, order);
  if (!outcome.ok) {
    console.error(describePublishProblem(outcome.problem));
    return 1;
  }
  for (const warning of outcome.value.warnings) console.log(`Note: ${describePublishWarning(warning)}`);
  console.log(`${order.layerId} is out of force from ${order.validFrom}.`);
  return 0;
}

publish().then((code) => {
  process.exitCode = code;
}, endWithFailure);
