import { join } from 'node:path';
import type { Sql } from 'postgres';
import { openKeys } from '../../server/platform/keys.ts';
import { aPerson } from './a-person.ts';
import { SMALL_CITY } from './a-small-city.ts';
import { anApp } from './an-app.ts';

/** Says that two rows are wrong and answers one, by every door. For whoever wants to see all of its statements. */
export async function answerCorrections(quiet: Sql, sql: Sql, folder: string): Promise<void> {
  const keys = openKeys(join(folder, 'keys'));
  const app = anApp(sql, { keys });
  const officer = await aPerson(quiet, keys, { roles: ['petugasLayanan'] });
  const [lon, lat] = SMALL_CITY.inZone1;
  const ask = async (path: string, body?: unknown, more: Record<string, string> = {}) => {
    const response = await app.request(path, {
      method: body === undefined ? 'GET' : 'POST',
      body: body === undefined ? null : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...more },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
  const on = '2026-01-15';
  const asked = { lon, lat, on, message: 'Angka di lampiran lain.' };
  const rows = await ask(`/api/v1/corrections/rows?lon=${lon}&lat=${lat}&on=${on}`);
  for (const kind of ['figure', 'zone']) {
    const row = (rows['rows'] as { kind: string; key: string }[]).find((one) => one.kind === kind)?.key;
    const { ticket, secret } = await ask('/api/v1/corrections', { ...asked, row, contact: 'uji@example.id' });
    await ask(`/api/v1/corrections/${ticket}`, undefined, { authorization: `Bearer ${secret}` });
  }
  const staff = '/api/v1/staff/corrections';
  const { cases } = await ask(`${staff}?q=DK-`, undefined, officer.headers);
  for (const { correctionId } of cases as { correctionId: string }[]) {
    const { versions } = await ask(`${staff}/${correctionId}`, undefined, officer.headers);
    await ask(`${staff}/${correctionId}/contact`, {}, officer.headers);
    const [version] = versions as { versionId: string }[];
    await ask(
      `${staff}/${correctionId}/answer`,
      { outcome: 'diperbaiki', note: { id: 'Sudah diperbaiki.' }, mendedVersionId: version?.versionId },
      { ...officer.headers, 'if-match': '"r1"' },
    );
  }
  await ask(`/api/v1/lookup?lon=${lon}&lat=${lat}&on=${on}`);
}
