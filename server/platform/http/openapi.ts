import * as z from 'zod/mini';
import type { Language, Text } from '#domain/language';
import { PROBLEM_CODES, type ProblemCode } from '#domain/problem';
import { PROBLEM_TEXT } from '#domain/problem-text';
import { type Operation, type Parameter, parametersOf, problemsOf, takesLanguage } from './operation.ts';
import { PROBLEM_STATUS } from './problem-status.ts';

type Json = Record<string, unknown>;
const component = (name: string) => `#/components/schemas/${name}`;

const TEXT = {
  title: { id: 'API Satu Peta Satu Data', en: 'One Map One Data API' },
  description: {
    id: 'Aturan tata ruang di satu titik atau bidang. Kesalahan mengikuti RFC 9457; parameter yang tidak dikenal ditolak.',
    en: 'The planning rules at a point or in an area. Errors follow RFC 9457; an unknown parameter is refused.',
  },
  lang: {
    id: 'Bahasa teks; menang atas Accept-Language.',
    en: 'Language of texts; wins over Accept-Language.',
  },
  session: {
    id: 'Kue sesi dari POST /api/v1/accounts/sign-in, sesudah verifikasi dua langkah (POST /api/v1/accounts/second-factor). Lewat https namanya diawali __Host-.',
    en: 'The cookie of a session from POST /api/v1/accounts/sign-in, after the second factor (POST /api/v1/accounts/second-factor). Over https its name begins with __Host-.',
  },
  unchanged: { id: 'Tidak berubah sejak ETag yang dikirim.', en: 'Unchanged since the ETag that was sent.' },
} satisfies Record<string, Text>;

const SESSION = 'session';

/** OpenAPI 3.1 of the operations, from the schemas that the server itself checks with. */
export function buildOpenApi(operations: readonly Operation[], language: Language): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: describeOperation(operation, language),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: TEXT.title[language],
      description: TEXT.description[language],
      version: '1',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: problemSchema, ...componentsOf(operations) },
      securitySchemes: {
        [SESSION]: {
          type: 'apiKey',
          in: 'cookie',
          name: 'one-map.session_token',
          description: TEXT.session[language],
        },
      },
    },
  };
}

function describeOperation(operation: Operation, language: Language): Json {
  const { id, title, description, parameterTexts = {}, body } = operation;
  const parameters = parametersOf(operation).map((parameter) => ({
    name: parameter.name,
    in: parameter.in,
    required: parameter.isRequired,
    description: parameterTexts[parameter.name]?.[language] ?? '',
    schema: jsonSchemaOfParameter(parameter),
  }));
  const lang = {
    name: 'lang',
    in: 'query',
    required: false,
    description: TEXT.lang[language],
    schema: { type: 'string', enum: ['id', 'en'] },
  };
  return {
    operationId: id,
    summary: title[language],
    description: description[language],
    parameters: takesLanguage(operation) ? [...parameters, lang] : parameters,
    ...(operation.isForStaff ? { security: [{ [SESSION]: [] }] } : {}),
    ...(body ? { requestBody: describeBody(id, body) } : {}),
    responses: {
      ...describeAnswers(operation, language),
      ...describeProblems(problemsOf(operation), language),
    },
  };
}

/** JSON Schema of a query or path value as the client writes it. */
export function jsonSchemaOfParameter({ schema }: Parameter): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
  return json;
}

/** As a component is called that holds the body of an operation. */
const bodyName = (id: string, { name }: NonNullable<Operation['body']>): string =>
  name ?? `${capitalise(id)}Body`;

function describeBody(id: string, body: NonNullable<Operation['body']>): Json {
  const { mediaTypes, schema } = body;
  const content = schema
    ? { schema: { $ref: component(bodyName(id, body)) } }
    : { schema: { type: 'string', format: 'binary' } };
  return { required: true, content: Object.fromEntries(mediaTypes.map((type) => [type, content])) };
}

function describeAnswers({ answers, hasEntityTag }: Operation, language: Language): Json {
  const responses: Json = {};
  const headers = hasEntityTag ? { headers: { ETag: { schema: { type: 'string' } } } } : {};
  for (const { status, text, mediaType = 'application/json', name, schema } of answers) {
    const content = schema && name ? { schema: { $ref: component(name) } } : {};
    responses[status] = {
      description: text[language],
      ...headers,
      ...(status === 204 || status === 416 ? {} : { content: { [mediaType]: content } }),
    };
  }
  if (hasEntityTag) responses[304] = { description: TEXT.unchanged[language], ...headers };
  return responses;
}

/** Problems by status: their codes as an enum, their titles as text. */
function describeProblems(codes: readonly ProblemCode[], language: Language): Json {
  const statuses = [...new Set(codes.map((code) => PROBLEM_STATUS[code]))].sort();
  const describe = (ofStatus: readonly ProblemCode[]): Json => ({
    description: ofStatus.map((code) => `\`${code}\`: ${PROBLEM_TEXT[code].title[language]}`).join('\n\n'),
    content: {
      'application/problem+json': {
        schema: { allOf: [{ $ref: component('Problem') }, { properties: { code: { enum: ofStatus } } }] },
      },
    },
  });
  return Object.fromEntries(
    statuses.map((status) => [status, describe(codes.filter((code) => PROBLEM_STATUS[code] === status))]),
  );
}

function componentsOf(operations: readonly Operation[]): Json {
  const answers = z.registry<{ id: string }>();
  const bodies = z.registry<{ id: string }>();
  for (const { id, body, answers: given } of operations) {
    for (const { name, schema } of given)
      if (name && schema && !answers.has(schema)) answers.add(schema, { id: name });
    if (body?.schema) bodies.add(body.schema, { id: bodyName(id, body) });
  }
  return { ...schemasOf(answers, 'output'), ...schemasOf(bodies, 'input') };
}

function schemasOf(registry: z.core.$ZodRegistry<{ id: string }>, io: 'input' | 'output'): Json {
  const { schemas } = z.toJSONSchema(registry, { io, uri: component, unrepresentable: 'any' });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
}

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const finding = {
  type: 'object',
  required: ['code', 'name', 'detail'],
  properties: { code: { enum: PROBLEM_CODES }, name: { type: 'string' }, detail: { type: 'string' } },
};

/** RFC 9457 with `code`, `params` and `requestId` as extension members. */
const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'params'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { enum: PROBLEM_CODES },
    params: { type: 'object' },
    requestId: { type: 'string' },
    errors: { type: 'array', items: finding },
  },
};
