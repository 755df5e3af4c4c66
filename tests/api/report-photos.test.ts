import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { sweepReports } from '../../server/features/reports/index.ts';
import { sweepUploads } from '../../server/features/uploads/index.ts';
import { aPhoto, aReport, sendPhoto, sendReport, sentPhoto, sentReport } from '../support/a-report.ts';
import { bearer, codeOf, openReportDesk } from '../support/a-report-desk.ts';

const { app, clock, database, folder, setNow, storedFiles } = await openReportDesk();

describe('photos', () => {
  const gossiping = () =>
    sharp({ create: { width: 80, height: 40, channels: 3, background: '#ff0000' } })
      .jpeg()
      .withExifMerge({ IFD0: { Artist: 'Siti Pelapor' }, IFD3: { GPSLatitude: '1/1 14/1 44/1' } })
      .toBuffer();

  test('UPL04: are kept without anything that the camera wrote', async () => {
    const before = await gossiping();
    expect(before.toString('latin1')).toContain('Siti Pelapor');
    const photoId = randomUUID();
    expect((await sendPhoto(app, before, { photoId })).status).toBe(200);
    const { ticket, secret } = await sentReport(app, { photos: [{ photoId }] });
    const response = await app.request(`/api/v1/reports/${ticket}/photos/${photoId}`, {
      headers: bearer(secret),
    });
    const after = Buffer.from(await response.arrayBuffer());
    expect(after.toString('latin1')).not.toMatch(/Siti|Exif/);
    for (const name of storedFiles())
      expect(
        (await import('node:fs')).readFileSync(join(folder.path, 'files', name)).toString('latin1'),
      ).not.toMatch(/Siti Pelapor/);
  });

  test('UPL01, UPL19: a page, or a PDF with a virus, that is called a photo is refused, and nothing is stored', async () => {
    const before = storedFiles().length;
    // The harmless text that scanners know, put together here so that none of them takes this file away.
    const eicar = `%PDF-1.7\nX5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'}!$H+H*`;
    expect(await codeOf(sendPhoto(app, Buffer.from(eicar)))).toEqual([415, 'photoKindRefused']);
    expect(await codeOf(sendPhoto(app, Buffer.from('<!doctype html><p>foto')))).toEqual([
      415,
      'photoKindRefused',
    ]);
    expect(await codeOf(sendPhoto(app, await aPhoto(), { type: 'text/html' }))).toEqual([
      415,
      'photoKindRefused',
    ]);
    expect(storedFiles()).toHaveLength(before);
  });

  test('UPL11: one byte too many is refused at that byte', async () => {
    const response = await app.request(`/api/v1/reports/photos/${randomUUID()}`, {
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg' },
      body: new Uint8Array(10_000_001),
    });
    expect([response.status, response.headers.get('connection')]).toEqual([413, 'close']);
  });

  test('UPL14: the same bytes twice are two references to one file; without the one the other stays', async () => {
    const bytes = await aPhoto('#778899');
    const [one, other] = [randomUUID(), randomUUID()];
    const before = storedFiles().length;
    for (const photoId of [one, other]) expect((await sendPhoto(app, bytes, { photoId })).status).toBe(200);
    expect(storedFiles()).toHaveLength(before + 1);
    const { ticket, secret } = await sentReport(app, { photos: [{ photoId: one }] });
    setNow('2026-11-25T04:00:00Z');
    const deps = { sql: database.sql, clock, dataDirectory: folder.path };
    await sweepReports(deps);
    await sweepUploads(deps as never);
    expect(
      (await app.request(`/api/v1/reports/${ticket}/photos/${one}`, { headers: bearer(secret) })).status,
    ).toBe(200);
  });

  test('UPL16: one whose report never comes is swept, and the report is told which are missing', async () => {
    const bytes = await aPhoto('#abcdef');
    const photoId = randomUUID();
    await sendPhoto(app, bytes, { photoId });
    const [row] = await database.sql`
      select u.sha256 from report_photo p join upload u using (upload_id) where p.photo_id = ${photoId}`;
    const path = join(folder.path, 'files', row?.sha256);
    expect(existsSync(path)).toBe(true);
    const deps = { sql: database.sql, clock, dataDirectory: folder.path };
    await sweepReports(deps);
    expect(existsSync(path)).toBe(true);
    setNow('2026-11-24T05:00:00Z');
    await sweepReports(deps);
    await sweepUploads(deps as never);
    expect(existsSync(path)).toBe(false);
    const response = await sendReport(app, aReport({ photos: [{ photoId }] }));
    const body = (await response.json()) as { code: string; params: unknown };
    expect([response.status, body.code, body.params]).toEqual([
      409,
      'reportPhotosMissing',
      { photos: [photoId] },
    ]);
  });

  test('UPL18: sent twice, a photo is kept once; in a report it is nobody else’s', async () => {
    const bytes = await aPhoto('#123abc');
    const photoId = randomUUID();
    for (let time = 0; time < 3; time += 1)
      expect((await sendPhoto(app, bytes, { photoId })).status).toBe(200);
    await sentReport(app, { photos: [{ photoId }] });
    expect(await codeOf(sendPhoto(app, bytes, { photoId }))).toEqual([409, 'reportPhotosMissing']);
    expect(await codeOf(sendReport(app, aReport({ photos: [{ photoId }] })))).toEqual([
      409,
      'reportPhotosMissing',
    ]);
    const [one, ...more] = await database.sql`select 1 from report_photo where photo_id = ${photoId}`;
    expect([one !== undefined, more.length]).toEqual([true, 0]);
  });

  test('IDO08: a photo is opened by the secret of its own report alone', async () => {
    const photoId = await sentPhoto(app, '#0a0b0c');
    await sentReport(app, { photos: [{ photoId }] });
    const other = await sentReport(app);
    const response = await app.request(`/api/v1/reports/${other.ticket}/photos/${photoId}`, {
      headers: bearer(other.secret),
    });
    expect(response.status).toBe(404);
  });
});
