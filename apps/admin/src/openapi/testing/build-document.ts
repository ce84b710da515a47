import type { Problem } from '@madoguchi/contracts';
import { problemOf } from '@madoguchi/service-kit';
import type { Route } from '../../testing/routes-of.js';
import type { AnswerSchemas } from './answer-schemas.js';
import { type Schema, schemaOfClass, schemasOfClasses } from './request-schemas.js';

/** What was sent and what came back, where somebody has tried a route. */
export interface Exchange {
  readonly request?: unknown;
  readonly answer?: unknown;
}

interface Parts extends AnswerSchemas {
  readonly routes: readonly Route[];
  readonly exchanges: ReadonlyMap<string, Exchange>;
  /** An example for what nobody has tried. */
  sample(schema: Schema, document: object): unknown;
}

const PROBLEM_SCHEMA: Schema = {
  type: 'object',
  description: 'RFC 9457. `code` is stable, `detail` says what to do.',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    fields: {
      type: 'array',
      description: 'Of `invalid`: what is wrong, field by field.',
      items: {
        type: 'object',
        required: ['field', 'problems'],
        properties: { field: { type: 'string' }, problems: { type: 'array', items: { type: 'string' } } },
      },
    },
    bound: {
      type: 'array',
      description: 'Of `in-use`: what is bound.',
      items: {
        type: 'object',
        required: ['kind', 'id', 'name'],
        properties: { kind: { type: 'string' }, id: { type: 'string' }, name: { type: 'string' } },
      },
    },
  },
};

const PROBLEMS: Readonly<Record<string, { readonly description: string; readonly example: Problem }>> = {
  400: {
    description: 'A header, an id or a cursor is not as it should be.',
    example: problemOf(400, 'bad-cursor', 'This cursor is none of ours.'),
  },
  401: { description: 'Nobody is signed in.', example: problemOf(401, 'not-signed-in', 'Sign in first: POST /api/v1/sessions.') },
  403: {
    description: 'The role does not allow it. The refusal is in the audit log.',
    example: problemOf(403, 'not-allowed', 'Your role does not allow this. It needs the permission "queues.change".', {
      permission: 'queues.change',
    }),
  },
  404: { description: 'There is none, or it is another tenant’s.', example: problemOf(404, 'no-such-queue', 'There is no such queue.') },
  409: {
    description: 'It cannot be done as things are: a name is taken, something is in use, something is archived.',
    example: problemOf(409, 'in-use', '"Billing" is in use: "Ivan". Choose something else there first.', {
      bound: [{ kind: 'agents', id: '6f1c1f7e-0000-4000-8000-000000000001', name: 'Ivan' }],
    }),
  },
  412: {
    description: 'Somebody was faster: look again, then decide.',
    example: problemOf(412, 'it-changed', 'It has changed since you looked. Look again, then decide.', { version: 4 }),
  },
  422: {
    description: 'What was sent is not as it should be.',
    example: problemOf(422, 'invalid', 'Some fields are not as they should be; see "fields".', {
      fields: [{ field: 'name', problems: ['name must have 1 to 100 characters'] }],
    }),
  },
  503: {
    description: 'Not now. Send the same request with the same Idempotency-Key again.',
    example: problemOf(503, 'no-answer', 'Routing does not answer now.'),
  },
};

/** The whole description, OpenAPI 3.1. */
export const buildDocument = ({ routes, answers, schemas, exchanges, sample }: Parts): object => {
  const requests = schemasOfClasses();
  const paths: Record<string, Record<string, unknown>> = {};
  const components = { schemas: { ...schemas, Problem: PROBLEM_SCHEMA, ...usedBy(routes, requests) } };
  for (const route of [...routes].sort((one, other) => (one.path < other.path ? -1 : 1))) {
    (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(
      route,
      answers[route.operationId],
      exchanges.get(route.operationId),
      (schema) => sample(schema, { components }),
    );
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Madoguchi for administrators',
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'Errors are problem details (RFC 9457). Commands need an Idempotency-Key: the same key is the same command. Answers with a version bear it as their ETag; send it back as If-Match.',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { cookie: [] }],
    paths,
    components: {
      ...components,
      responses: Object.fromEntries(
        Object.entries(PROBLEMS).map(([status, { description, example }]) => [
          `Problem${status}`,
          { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example } } },
        ]),
      ),
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' }, cookie: { type: 'apiKey', in: 'cookie', name: 'madoguchi_session' } },
    },
  };
};

const operation = (route: Route, answer: Schema | undefined, exchange: Exchange | undefined, sample: (schema: Schema) => unknown) => {
  const { operationId, handler, method, path, needs, withoutSignIn, status, body, file, mediaType } = route;
  const resource = path.split('/')[3] ?? '';
  const requestSchema = body && { $ref: `#/components/schemas/${body.name}` };
  const told = mediaType === 'application/json' ? answer : { type: 'string' };
  const content = told && told.type !== 'null' && { [mediaType]: { schema: told, example: exchange?.answer ?? sample(told) } };
  return {
    operationId,
    tags: [resource],
    summary: `${resource}: ${handler.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`,
    description: withoutSignIn ? 'For whoever holds the link; its secret is the bearer token.' : `Needs the permission \`${needs}\`.`,
    parameters: parametersOf(route),
    ...(requestSchema && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: requestSchema, example: exchange?.request ?? sample(requestSchema) } },
      },
    }),
    ...(file && { requestBody: { required: true, content: { [file]: { schema: { type: 'string', format: 'binary' }, example: '' } } } }),
    responses: {
      [status]: { description: 'Done.', ...(content && { content }) },
      ...Object.fromEntries(problemsOf(route).map((problem) => [problem, { $ref: `#/components/responses/Problem${problem}` }])),
    },
    ...(withoutSignIn ? { security: [{ bearer: [] }] } : { 'x-permission': needs }),
    ...(method === 'GET' ? {} : { 'x-command': true }),
  };
};

const problemsOf = ({ path, body, query, takesKey, takesIfMatch }: Route): readonly string[] => [
  ...(path.includes('{') || query || takesKey ? ['400'] : []),
  '401',
  '403',
  ...(path.includes('{') || body ? ['404'] : []),
  ...(takesKey ? ['409'] : []),
  ...(takesIfMatch ? ['412'] : []),
  ...(body || query ? ['422'] : []),
  ...(takesKey ? ['503'] : []),
];

const parametersOf = ({ path, query, takesKey, takesIfMatch }: Route): readonly object[] => {
  const { properties = {}, required = [] } = (query ? schemaOfClass(query) : {}) as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  return [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...Object.entries(properties).map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.includes(name) && !hasDefault(query, name),
      schema,
    })),
    ...(takesKey
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            description: 'A new uuid for each action, the same when it is repeated.',
            schema: { type: 'string', format: 'uuid' },
          },
        ]
      : []),
    ...(takesIfMatch
      ? [
          {
            name: 'If-Match',
            in: 'header',
            required: false,
            description: 'The ETag of the answer that you saw.',
            schema: { type: 'string' },
          },
        ]
      : []),
  ];
};

const hasDefault = (query: Route['query'], name: string): boolean =>
  query !== undefined && (new query() as Record<string, unknown>)[name] !== undefined;

/** The classes of requests, and what they refer to. */
const usedBy = (routes: readonly Route[], requests: Readonly<Record<string, Schema>>): Record<string, Schema> => {
  const used: Record<string, Schema> = {};
  const add = (name: string): void => {
    const schema = requests[name];
    if (!schema || used[name]) return;
    used[name] = schema;
    for (const [, other] of JSON.stringify(schema).matchAll(/#\/components\/schemas\/(\w+)/g)) add(other as string);
  };
  const classes = new Map<string, unknown>();
  for (const { body } of routes) {
    if (!body) continue;
    if (classes.has(body.name) && classes.get(body.name) !== body) throw new Error(`two requests are called ${body.name}`);
    classes.set(body.name, body);
    used[body.name] = withExamples(schemaOfClass(body));
    for (const [, other] of JSON.stringify(used[body.name]).matchAll(/#\/components\/schemas\/(\w+)/g)) add(other as string);
  }
  return used;
};

/** Of fields whose pattern nobody would guess from their type. */
const EXAMPLES: Readonly<Record<string, string>> = {
  on: '2026-11-25',
  createdOn: '2026-11-25',
  code: '123456',
  pin: '123456',
  language: 'ja',
  country: 'JP',
  phoneNumber: '+819012345678',
};

const withExamples = ({ properties = {}, ...schema }: Schema & { readonly properties?: Readonly<Record<string, Schema>> }): Schema => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      EXAMPLES[name] && !property.enum ? { ...property, examples: [EXAMPLES[name]] } : property,
    ]),
  ),
});
