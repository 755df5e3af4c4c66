/** One line of a schema as a person reads it: `parts[].zone.code`, its type, its allowed values. */
export interface Field {
  readonly path: string;
  readonly type: string;
}
type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Flattens a JSON Schema into one line per leaf and per list; unions of types are written with “|”. */
export function describeFields(schema: Json, path = ''): Field[] {
  const branches = [...listOf(schema.anyOf), ...listOf(schema.oneOf)];
  const nested = branches.filter((branch) => hasFields(branch));
  if (nested.length > 0) {
    const fields = nested.flatMap((branch) => describeFields(branch, path));
    return fields.filter((field, index) => fields.findIndex((other) => other.path === field.path) === index);
  }
  if (isObject(schema.properties)) {
    return Object.entries(schema.properties).flatMap(([name, property]) =>
      isObject(property) ? describeFields(property, path === '' ? name : `${path}.${name}`) : [],
    );
  }
  if (isObject(schema.items) && hasFields(schema.items)) return describeFields(schema.items, `${path}[]`);
  return [{ path: path === '' ? '(body)' : path, type: typeOf(schema) }];
}

function hasFields(schema: Json): boolean {
  const inner = [
    ...listOf(schema.anyOf),
    ...listOf(schema.oneOf),
    ...(isObject(schema.items) ? [schema.items] : []),
  ];
  return isObject(schema.properties) || inner.some((branch) => hasFields(branch));
}

/** The type of one value: `number ≥ -180 ≤ 180`, `"I" | "T"`, `string (date) | null`. */
export function typeOf(schema: Json): string {
  const branches = [...listOf(schema.anyOf), ...listOf(schema.oneOf)];
  if (branches.length > 0) return [...new Set(branches.map((branch) => typeOf(branch)))].join(' | ');
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if ('const' in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.prefixItems)) return `[${listOf(schema.prefixItems).map(typeOf).join(', ')}]`;
  if (schema.type === 'array') return `${isObject(schema.items) ? typeOf(schema.items) : 'any'}[]`;
  const bounds = [
    typeof schema.minimum === 'number' && schema.minimum > -1e6 ? ` ≥ ${schema.minimum}` : '',
    typeof schema.maximum === 'number' && schema.maximum < 1e6 ? ` ≤ ${schema.maximum}` : '',
    typeof schema.maxLength === 'number' ? ` ≤ ${schema.maxLength}` : '',
    typeof schema.format === 'string' ? ` (${schema.format})` : '',
  ];
  const types = (Array.isArray(schema.type) ? schema.type : [schema.type ?? 'any']).map(String);
  const [first = 'any', ...more] = types;
  return [`${first}${bounds.join('')}`, ...more].join(' | ');
}
