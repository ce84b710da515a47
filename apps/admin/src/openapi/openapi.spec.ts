import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type Route, routesOf } from '../testing/routes-of.js';
import { type Admin, type Person, startAdmin } from '../testing/start-admin.js';
import { openApiDocument } from './document.js';
import { addABillingQueue } from './testing/generated-client.js';
import { timeless } from './testing/timeless.js';
import { type Tried, walk } from './testing/walk.js';

let centre: Admin;
let admin: Person;
let routes: readonly Route[];
let tried: readonly Tried[];

beforeAll(async () => {
  centre = await startAdmin();
  admin = await centre.person(await centre.tenant('Ours'), 'admin');
  routes = routesOf(centre.app);
  tried = await walk(centre, admin);
});
afterAll(() => centre.stop());

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Readonly<Record<string, Media>> }>>;
  readonly 'x-permission'?: string;
}
interface Media {
  readonly schema: object;
  readonly example?: unknown;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, Media>> }>> };
}

const document = openApiDocument as Document;
const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
const wrongWith = (schema: object, value: unknown): unknown => {
  if (!ajv.getSchema('document')) ajv.addSchema(openApiDocument, 'document');
  const check = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as object);
  return check(value) ? undefined : check.errors?.map(({ instancePath, message, params }) => ({ instancePath, message, params }));
};

const routeOf = ({ method, path }: Tried): Route | undefined => {
  const asked = `/api/v1/${path.split('?')[0]}`;
  const fits = (route: Route) => route.method === method && new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(asked);
  return routes.find((route) => fits(route) && !route.path.includes('{')) ?? routes.find(fits);
};

if (process.env.MADOGUCHI_WRITE_OPENAPI) {
  it('writes the description anew', async () => {
    const { answerSchemas } = await import('./testing/answer-schemas.js');
    const { buildDocument } = await import('./testing/build-document.js');
    const { sample } = await import('openapi-sampler');
    const exchanges = new Map(
      tried
        .filter(({ answer }) => answer.status < 300)
        .map((one) => [routeOf(one)?.operationId ?? '', timeless({ request: one.request, answer: one.answer.body })]),
    );
    const built = buildDocument({
      routes,
      exchanges,
      sample: (schema, whole) => sample(schema, {}, whole),
      ...(await answerSchemas(routes)),
    });
    const text = `// Written by MADOGUCHI_WRITE_OPENAPI=1 and openapi.spec.ts: do not edit.\nexport const openApiDocument: object = ${JSON.stringify(built, null, 2)};\n`;
    writeFileSync(new URL('document.ts', import.meta.url), text);
    const { default: openapiTS, astToString } = await import('openapi-typescript');
    writeFileSync(new URL('testing/paths.ts', import.meta.url), astToString(await openapiTS(JSON.stringify(built))));
  });
}

describe('the description of the API', () => {
  it('describes every route, with its permission, its inputs and its status', () => {
    const described = operations().map(({ path, method, operation }) => ({
      operationId: operation.operationId,
      route: `${method.toUpperCase()} ${path}`,
      needs: operation['x-permission'],
      headers: operation.parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name),
      body: operation.requestBody !== undefined,
      status: Object.keys(operation.responses)[0],
    }));
    const known = routes.map((route) => ({
      operationId: route.operationId,
      route: `${route.method} ${route.path}`,
      needs: route.needs,
      headers: [...(route.takesKey ? ['Idempotency-Key'] : []), ...(route.takesIfMatch ? ['If-Match'] : [])],
      body: route.body !== undefined || route.file !== undefined,
      status: String(route.status),
    }));
    const byName = (one: { operationId: string }, other: { operationId: string }) => (one.operationId < other.operationId ? -1 : 1);
    expect(described.sort(byName)).toEqual(known.sort(byName));
  });

  it('is OpenAPI 3.1', async () => {
    const { Validator } = await import('@seriousme/openapi-schema-validator');
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(openApiDocument)) as Record<string, unknown>);
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  it('has an example of every request, answer and problem, and each is as its schema says', () => {
    const media = [
      ...operations().flatMap(({ operation }) => [
        ...Object.values(operation.requestBody?.content ?? {}).map((one) => [`${operation.operationId} request`, one] as const),
        ...Object.values(operation.responses).flatMap(({ content = {} }) =>
          Object.values(content).map((one) => [`${operation.operationId} answer`, one] as const),
        ),
      ]),
      ...Object.entries(document.components.responses).flatMap(([name, { content }]) =>
        Object.values(content).map((one) => [name, one] as const),
      ),
    ];
    const wrong = media.map(([name, { schema, example }]) => ({ name, missing: example === undefined, wrong: wrongWith(schema, example) }));
    expect(wrong.filter((one) => one.missing || one.wrong)).toEqual([]);
  });

  it('is what the API really answers', () => {
    const answers = tried.map((one) => {
      const route = routeOf(one);
      const operation = route && document.paths[route.path]?.[route.method.toLowerCase()];
      const schema = operation?.responses[String(one.answer.status)]?.content?.[route?.mediaType ?? '']?.schema;
      return {
        path: `${one.method} ${one.path}`,
        status: one.answer.status,
        wrong: schema ? wrongWith(schema, one.answer.body) : 'not described',
      };
    });
    expect(answers.filter(({ wrong }) => wrong !== undefined)).toEqual([]);
  });

  it('serves a program that was written against the types made of it', async () => {
    const { id, name, refused } = await addABillingQueue(centre.url, admin.token);
    expect({ name, refused }).toEqual({ name: 'Bills by a client', refused: 'it-changed' });
    expect((await admin.ask('GET', `queues/${id}`)).body.name).toBe(name);
  });

  it('is what the types of that program were made of', async () => {
    const { default: openapiTS, astToString } = await import('openapi-typescript');
    expect(readFileSync(new URL('testing/paths.ts', import.meta.url), 'utf8')).toBe(
      astToString(await openapiTS(JSON.stringify(openApiDocument))),
    );
  });

  it('is there for everybody', async () => {
    const answer = await fetch(`${centre.url}/api/openapi.json`);
    expect([answer.status, await answer.json()]).toEqual([200, openApiDocument]);
  });
});
