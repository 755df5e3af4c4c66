import { expect, test } from 'vitest';
import { parseStrictJson } from './strict-json.ts';

const parse = (text: string) => parseStrictJson(new TextEncoder().encode(text));
const code = (text: string) => {
  const result = parse(text);
  return result.ok ? 'ok' : result.problem.code;
};

test('ordinary JSON gives what JSON.parse gives', () => {
  const text = ' {"a":[1,-2.5e3,true,null,"x\\u00e9\\"y\\\\"],"b":{"a":{}} , "c":""}\n';
  expect(parse(text)).toEqual({ ok: true, value: JSON.parse(text) });
});

test.each([
  ['{"a":1,"a":2}', 'jsonDuplicateKey'],
  ['{"a":1,"\\u0061":2}', 'jsonDuplicateKey'],
  ['{"a":{"b":1,"b":1}}', 'jsonDuplicateKey'],
  ['{"a":{"b":1},"b":{"b":1}}', 'ok'],
  ['["a","a"]', 'ok'],
  ['{"__proto__":{"x":1}}', 'unknownField'],
  ['{"\\u005f_proto__":1}', 'unknownField'],
  ['{"a":"__proto__"}', 'ok'],
  ['{"a":1,}', 'jsonMalformed'],
  ['{"a":"\\u0000"}', 'jsonMalformed'],
  ['{"a":"\\ud800"}', 'jsonMalformed'],
  ['{"\\udc00":1}', 'jsonMalformed'],
  ['{"a":"\\ud83d\\ude00"}', 'ok'],
  ['{"a":"unterminated', 'jsonMalformed'],
  ['{"a":"\\"}', 'jsonMalformed'],
  ['', 'jsonMalformed'],
  ['NaN', 'jsonMalformed'],
  ['{} {}', 'jsonMalformed'],
  ['\ufeff{}', 'jsonMalformed'],
])('%s is %s', (text, expected) => {
  expect(code(text)).toBe(expected);
});

test('bytes that are not UTF-8 are refused', () => {
  expect(parseStrictJson(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({
    problem: { code: 'jsonMalformed' },
  });
});

test('ten million opening brackets end in a named problem, not in a stack overflow', () => {
  expect(code('['.repeat(10_000_000))).toBe('jsonTooDeep');
});

test('a long run of escaped quotes without an end is read in linear time', () => {
  const before = process.cpuUsage();
  expect(code(`"${'\\"'.repeat(500_000)}`)).toBe('jsonMalformed');
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
});

test('more values than a request needs are refused before anything is built of them', () => {
  const before = process.cpuUsage();
  expect(code(`[${Array.from({ length: 170_000 }, () => '[]').join(',')}]`)).toBe('jsonMalformed');
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_500);
  expect(code(`[${Array.from({ length: 15_000 }, () => '[116.8,-1.2]').join(',')}]`)).toBe('ok');
});
