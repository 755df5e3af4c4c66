import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCertificate } from '#domain/document/certificate';
import { extractSchema } from '#domain/extract/extract';
import { verifyEd25519 } from '../../server/platform/crypto.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { insertSmallCity, SMALL_CITY } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { attachedTo, checkStructure, infoOf, signaturesOf, textOf } from '../support/read-document.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const folder = makeTemporaryFolder('documents');
const keys = openKeys(join(folder.path, 'keys'));
let database: TemporaryDatabase;
let app: ReturnType<typeof anApp>;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  await insertSmallCity(database.sql);
  app = anApp(database.sql, { keys, dataDirectory: folder.path });
});
afterAll(async () => {
  await database.drop();
  folder.remove();
});

const at = ([lon, lat]: readonly [number, number]): string => `lon=${lon}&lat=${lat}`;
async function download(query: string): Promise<{ pdf: Buffer; documentId: string }> {
  const response = await app.request(`/api/v1/itr.pdf?${query}`);
  expect(
    response.status,
    await response
      .clone()
      .text()
      .catch(() => ''),
  ).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  return {
    pdf: Buffer.from(await response.arrayBuffer()),
    documentId: response.headers.get('x-document-id') ?? '',
  };
}
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('an ITR', () => {
  test('is a tagged, sealed PDF/A of which every byte is signed, and one that is changed is not', async () => {
    const { pdf } = await download(at(SMALL_CITY.inParcel));
    if (process.env['KEEP_DOCUMENTS'] !== undefined) writeFileSync(process.env['KEEP_DOCUMENTS'], pdf);
    expect(infoOf(pdf)).toMatch(/Tagged:\s+yes/);
    expect(checkStructure(pdf)).toContain('No syntax or stream encoding errors found');
    const said = signaturesOf(pdf);
    expect(said).toContain('Signature Type: ETSI.CAdES.detached');
    expect(said).toContain('Total document signed');
    expect(said).toContain('Signature is Valid');
    const changed = Buffer.from(pdf);
    changed[1_000] = (changed[1_000] ?? 0) ^ 1;
    expect(signaturesOf(changed)).not.toContain('Signature is Valid');
  });

  test('carries its extract and a certificate over it', async () => {
    const { pdf, documentId } = await download(at(SMALL_CITY.inParcel));
    const bytes = attachedTo(pdf, 'extract.json');
    const extract = extractSchema.parse(JSON.parse(bytes.toString()));
    expect(extract.ground.kind).toBe('point');
    const opened = openCertificate(
      verifyEd25519,
      attachedTo(pdf, 'certificate.jws').toString(),
      keys.signingKeys('document'),
    );
    expect(opened).toMatchObject({
      ok: true,
      value: { documentId, isTrial: true, extractSha256: sha256(bytes), kind: 'itr', number: null },
    });
  });

  test('says on every page that it is a trial and no basis for a permit', async () => {
    const { pdf } = await download(at(SMALL_CITY.inParcel));
    const pages = textOf(pdf).split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect(page).toContain('UJI COBA – BUKAN DOKUMEN RESMI');
      expect(page).toContain('Informasi ini bukan dasar perizinan.');
    }
  });
});
