import { expect, test } from 'vitest';
import { aPhoto } from '../support/a-report.ts';
import { openReportDesk } from '../support/a-report-desk.ts';
import { SMALL_CITY } from '../support/a-small-city.ts';

const { app, database } = await openReportDesk();
const [lon, lat] = SMALL_CITY.inZone1;

const send = (path: string, fields: Readonly<Record<string, string>>, photo?: Buffer) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  if (photo !== undefined) body.append('foto', new File([new Uint8Array(photo)], 'foto.jpg'));
  return app.request(path, { method: 'POST', body });
};
/** What the form of a page would send again, without what a visitor would still have to choose. */
function fieldsOf(html: string): Record<string, string> {
  const form = html.slice(html.indexOf('<form id="lapor"'), html.indexOf('</form>'));
  const fields: Record<string, string> = {};
  for (const [, tag = ''] of form.matchAll(/<input([^>]*)>/g)) {
    const read = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const isChoice = /type="(?:radio|checkbox)"/.test(tag);
    const [name, value] = [read('name'), read('value')];
    if (name !== undefined && value && (!isChoice || / checked/.test(tag))) fields[name] = value;
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]* name="(\w+)"[^>]*>([^<]*)</g))
    fields[name] = text.trim();
  const chosen = /<option(?![^>]*value="")[^>]* selected=""[^>]*>([^<]+)</.exec(form)?.[1];
  if (chosen !== undefined && /name="kelurahan"/.test(form)) fields.kelurahan = chosen;
  return fields;
}

const TYPED = {
  jenis: 'tanpaIzin',
  uraian: 'Bangunan empat lantai tanpa papan izin.',
  terlapor: 'Toko di sudut',
  pemerintah: 'ya',
  tanggal: '2026-11-21',
  berlangsung: 'yes',
  identitas: 'anonim',
  nama: 'Sri',
  surel: 'sri@example.id',
  telepon: '081200000001',
  ombudsman: 'ya',
} as const;

test.each([
  ['by a name', { kelurahan: 'BARAT', patokan: 'Seberang pasar' }],
  ['by a pin', { lon: String(lon), lat: String(lat) }],
  ['half', { patokan: '' }],
])('in the other language everything is there that was typed, with the place %s', async (_, place) => {
  const { kunci = '' } = fieldsOf(await (await app.request('/lapor')).text());
  const typed = { ...TYPED, ...place, kunci };
  const english = await send('/lapor?lang=en', { ...typed, bahasa: 'en' }, await aPhoto());
  expect(english.status).toBe(200);
  expect(english.headers.get('location')).toBe(null);
  expect(english.headers.get('set-cookie')).toMatch(/^lang=en;/);
  const page = await english.text();
  expect(page).toContain('<html lang="en"');
  const { fotoAda = '', ...kept } = fieldsOf(page);
  expect(kept).toEqual(Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '')));
  expect(fotoAda).toMatch(/^[\da-f-]{36}$/);
  expect(await database.sql`select from report`).toHaveLength(0);

  // And back, without a photo chosen once more.
  const back = await (await send('/lapor?lang=id', { ...kept, fotoAda, bahasa: 'id' })).text();
  expect(back).toContain('<html lang="id"');
  expect(fieldsOf(back)).toEqual({ ...kept, fotoAda });
});

test('what was written in the other language is sent with its photo', async () => {
  const { kunci = '' } = fieldsOf(await (await app.request('/lapor')).text());
  const typed = { ...TYPED, kelurahan: 'BARAT', patokan: 'Seberang pasar', kunci };
  const english = await send('/lapor?lang=en', { ...typed, bahasa: 'en' }, await aPhoto('#654321'));
  const sent = await send('/lapor', fieldsOf(await english.text()));
  expect(sent.status).toBe(303);
  const [, ticket = ''] = /^\/laporan\/(LAP-[\w-]+)\?baru=1$/.exec(sent.headers.get('location') ?? '') ?? [];
  const rows = await database.sql`
    select description, count(photo_id)::int as photos
    from report left join report_photo using (report_id) where ticket = ${ticket} group by description`;
  expect(rows).toEqual([{ description: TYPED.uraian, photos: 1 }]);
});

test('another pin keeps the photos, too', async () => {
  const { kunci = '' } = fieldsOf(await (await app.request('/lapor')).text());
  const moved = await send('/lapor', { ...TYPED, kunci, tempat: `${lon},${lat}` }, await aPhoto('#112233'));
  expect(fieldsOf(await moved.text()).fotoAda).toMatch(/^[\da-f-]{36}$/);
});
