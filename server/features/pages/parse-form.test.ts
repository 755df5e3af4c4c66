import { expect, test } from 'vitest';
import { parseForm } from './parse-form.ts';

const URLENCODED = 'application/x-www-form-urlencoded';
const parse = (text: string, type: string) => parseForm(Buffer.from(text), type);

test('a form is read as a browser sends it, typed or with files', async () => {
  const typed = await parse('nama=Uji+coba&isi=a%26b', URLENCODED);
  expect(typed.ok && [...typed.value]).toEqual([
    ['nama', 'Uji coba'],
    ['isi', 'a&b'],
  ]);
  const body = '--x\r\ncontent-disposition: form-data; name="nama"\r\n\r\nUji\r\n--x--\r\n';
  const sent = await parse(body, 'multipart/form-data; boundary=x');
  expect(sent.ok && [...sent.value]).toEqual([['nama', 'Uji']]);
});

test('a form of more parts than any has is refused before it is taken apart', async () => {
  const part = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n\r\n';
  for (const [body, type] of [
    ['a&'.repeat(501), URLENCODED],
    [`${part.repeat(501)}--x--\r\n`, 'multipart/form-data; boundary="x"'],
    ['no form', 'multipart/form-data; boundary=x'],
  ] as const)
    expect(await parse(body, type)).toMatchObject({ ok: false, problem: { code: 'badRequest' } });
});
