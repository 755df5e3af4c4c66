import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { NewReport, ReceivedReport } from '#domain/report/report';
import { SMALL_CITY } from './a-small-city.ts';

interface Requests {
  request(path: string, init?: RequestInit): Response | Promise<Response>;
}

const [lon, lat] = SMALL_CITY.inZone1;

/** A report of somebody who sees what anybody could see, in zone R-3 of the small city. */
export const aReport = (change: Partial<NewReport> = {}): NewReport => ({
  category: 'tanpaIzin',
  description: 'Bangunan empat lantai tanpa papan izin di tepi gang.',
  place: { kind: 'pin', lon, lat, from: 'map' },
  seenOn: '2026-11-21',
  ongoing: 'yes',
  identity: { kind: 'anonymous' },
  language: 'id',
  ...change,
});

/** Somebody behind an address of a network of their own: nobody waits for what others have sent. */
export const sendReport = (
  app: Requests,
  report: unknown,
  { key = randomUUID(), headers = {} }: { key?: string; headers?: Record<string, string> } = {},
): Response | Promise<Response> =>
  app.request('/api/v1/reports', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
    body: JSON.stringify(report),
  });

/** What is said of a place before anything is sent. */
export const askPlace = (app: Requests, lon: number, lat: number, more = {}): Response | Promise<Response> =>
  app.request('/api/v1/reports/place', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ lon, lat, ...more }),
  });

/** Sends a report that is taken. */
export async function sentReport(
  app: Requests,
  change: Partial<NewReport> = {},
  key: string = randomUUID(),
): Promise<ReceivedReport> {
  const response = await sendReport(app, aReport(change), { key });
  const body = await response.json();
  if (response.status !== 201) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  return body as ReceivedReport;
}

/** A photo that a browser has made smaller, of a colour of its own. */
export const aPhoto = (background = '#336699'): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .jpeg()
    .toBuffer();

export const sendPhoto = (
  app: Requests,
  bytes: Uint8Array,
  { photoId = randomUUID(), type = 'image/jpeg' }: { photoId?: string; type?: string } = {},
): Response | Promise<Response> =>
  app.request(`/api/v1/reports/photos/${photoId}`, {
    method: 'PUT',
    headers: { 'content-type': type },
    body: new Uint8Array(bytes),
  });

/** Sends a photo that is taken. @returns its id */
export async function sentPhoto(app: Requests, background?: string): Promise<string> {
  const photoId = randomUUID();
  const response = await sendPhoto(app, await aPhoto(background), { photoId });
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return photoId;
}
