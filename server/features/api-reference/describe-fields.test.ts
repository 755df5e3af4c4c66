import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { describeFields } from './describe-fields.ts';

test('nested objects, lists and unions become one readable line each', () => {
  const schema = z.object({
    name: z.nullable(z.string()),
    parts: z.array(z.object({ code: z.enum(['I', 'X']), share: z.nullable(z.number()) })),
    point: z.tuple([z.number().check(z.gte(-180), z.lte(180)), z.number()]),
    hint: z.nullable(z.object({ detail: z.string() })),
  });
  expect(describeFields(z.toJSONSchema(schema))).toEqual([
    { path: 'name', type: 'string | null' },
    { path: 'parts[].code', type: '"I" | "X"' },
    { path: 'parts[].share', type: 'number | null' },
    { path: 'point', type: '[number ≥ -180 ≤ 180, number]' },
    { path: 'hint.detail', type: 'string' },
  ]);
});
