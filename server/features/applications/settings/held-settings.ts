import {
  EMPTY_SETTINGS,
  type HeldSettings,
  type ServiceSettings,
  serviceSettingsSchema,
  settingsInForce,
} from '#domain/krk/settings';
import { today } from '../../../platform/city-day.ts';
import type { Queryable } from '../../../platform/db.ts';
import { readSettings } from '../../service/index.ts';
import type { ApplicationDeps } from '../application-deps.ts';

interface OwnSettings {
  readonly settings: ServiceSettings;
  readonly revision: number;
  /** `account:<id>` and the moment; null while nobody has set anything. */
  readonly setBy: string | null;
  readonly setAt: Date | null;
}

/** What the office has set, and how often it was changed; 0 = never. */
export async function readOwnSettings({ sql }: { readonly sql: Queryable }): Promise<OwnSettings> {
  const row = await readSettings(sql, 'krk');
  if (row === undefined) return { settings: EMPTY_SETTINGS, revision: 0, setBy: null, setAt: null };
  // A setting that came later is empty until somebody sets it.
  const settings = serviceSettingsSchema.parse({ ...EMPTY_SETTINGS, ...(row.settings as object) });
  return { settings, revision: row.revision, setBy: row.setBy, setAt: row.setAt };
}

/** The settings that hold now: the office's, or those of the demonstration in a demo city without any. */
export async function heldSettings(
  deps: Pick<ApplicationDeps, 'sql' | 'clock' | 'city' | 'holdsDemo'>,
): Promise<HeldSettings> {
  const { settings } = await readOwnSettings(deps);
  return settingsInForce(settings, await deps.holdsDemo(today(deps)));
}

/**
 * The same, read in a transaction that holds what is worked on: whoever sets others computes the days of it afterwards.
 * @param isDemoCity was asked before the transaction, for it needs a connection of its own
 */
export async function settingsIn(tx: Queryable, isDemoCity: boolean): Promise<ServiceSettings> {
  const { settings } = await readOwnSettings({ sql: tx });
  return settingsInForce(settings, isDemoCity).settings;
}
