import { readdirSync, readFileSync } from 'node:fs';
import * as contracts from '@madoguchi/contracts';
import { categoryOf, currentShape, type RecordedEvent, streamName } from '@madoguchi/event-sourcing';
import { type GoldenEvent, versionsEverWritten, versionsIn } from '@madoguchi/event-sourcing/testing';
import { eventCatalogue } from '@madoguchi/use-cases';
import { Ajv } from 'ajv';
import { referenceDocs } from './reference-docs.js';
import { ROOT } from './source-types.js';

/** The parts of the document that are looked at. */
interface AsyncApi {
  readonly channels: Readonly<
    Record<string, { readonly address: string | null; readonly messages: Readonly<Record<string, { readonly $ref: string }>> }>
  >;
  readonly components: {
    readonly messages: Readonly<Record<string, { readonly payload: object }>>;
    readonly schemas: Readonly<Record<string, object>>;
  };
}

const HISTORIES = /\/src\/.*history\/.*\.json$/;
const docs = referenceDocs();
const page = docs['docs/events.md']!;
const asyncApi = JSON.parse(docs['docs/asyncapi.json']!) as AsyncApi;
const categories = Object.entries(eventCatalogue);
const filesUnder = (folder: string, pattern: RegExp): readonly string[] =>
  (readdirSync(`${ROOT}${folder}`, { recursive: true }) as string[])
    .filter((file) => pattern.test(file))
    .map((file) => `${folder}/${file}`);

it.each(Object.keys(docs))('%s says what the code does; "npm run docs" writes it anew', (path) => {
  expect(readFileSync(ROOT + path, 'utf8') === docs[path]).toBe(true);
});

describe('the page of events', () => {
  it('has every event of every category, with its version', () => {
    for (const [category, { personalFields, versions }] of categories) {
      expect(page).toContain(`\n## ${category}\n`);
      for (const type of Object.keys(personalFields)) {
        const section = page.split(`\n### ${type}\n`)[1]?.split('\n#')[0];
        expect({ type, section }).toEqual({
          type,
          section: expect.stringContaining(`Version ${versions.schemaVersions?.[type] ?? 1}.`) as string,
        });
      }
    }
  });

  it('marks every field that is personal or secret', () => {
    for (const { personalFields, secretFields = {} } of Object.values(
      eventCatalogue,
    ) as readonly (typeof eventCatalogue)['integration_account'][]) {
      const kept = (fields: Readonly<Partial<Record<string, readonly string[]>>>, word: string) => {
        for (const [type, names = []] of Object.entries(fields)) {
          const section = page.split(`\n### ${type}\n`)[1]!.split('\n#')[0]!;
          for (const name of names) expect(section).toMatch(new RegExp(`^\\| \`${name}\\??\` \\|.*\\| ${word} \\|`, 'm'));
        }
      };
      kept(personalFields, 'personal');
      kept(secretFields, 'secret');
    }
  });

  it('has every category that a stream of the domain may have', () => {
    const sources = filesUnder('libs', /^(conversation|routing|accounts)\/src\/.*(?<!\.spec)\.ts$/)
      .map((file) => readFileSync(ROOT + file, 'utf8'))
      .join('\n');
    const constants = new Map([...sources.matchAll(/export const ([A-Z_]+) = '([a-z_]+)'/g)].map(([, name, value]) => [name, value]));
    const named = [...sources.matchAll(/streamName\((?:'([a-z_]+)'|([A-Z_]+)),/g)].map(
      ([, word, constant]) => word ?? constants.get(constant),
    );
    expect(named.length).toBeGreaterThan(5);
    expect([...new Set(named)].sort()).toEqual(Object.keys(eventCatalogue).sort());
  });
});

describe('the AsyncAPI document', () => {
  const official = JSON.parse(
    readFileSync(new URL('../../../../node_modules/@asyncapi/specs/schemas/3.0.0.json', import.meta.url), 'utf8'),
  ) as object;

  it('is one, as the official schema of AsyncAPI 3.0 says', () => {
    // It brings the schema of schemas itself.
    const validate = new Ajv({ strict: false, validateFormats: false, meta: false, validateSchema: false }).compile(official);
    expect({ valid: validate(asyncApi), errors: validate.errors }).toEqual({ valid: true, errors: null });
    expect(validate({ ...asyncApi, channels: { a: { address: 1 } } })).toBe(false);
  });

  it('has every subject of the contracts', () => {
    const subjects = Object.values(contracts).filter((value) => typeof value === 'string' && /^[a-z]+(\.[a-z_-]+)+$/.test(value));
    expect(subjects.length).toBeGreaterThan(5);
    const addresses = Object.values(asyncApi.channels).map(({ address }) => address);
    for (const subject of subjects) expect(addresses).toContain(subject);
    expect(addresses).toEqual(
      expect.arrayContaining([
        'inbound.{partition}.{channel}',
        'inbound.accounts.{partition}.{channel}',
        'events.{partition}.conversation.{type}',
        'projected.{projector}',
      ]),
    );
  });

  it('refers to nothing that is not there', () => {
    const references = [...docs['docs/asyncapi.json']!.matchAll(/"\$ref": "#\/([^"]+)"/g)].map(([, path]) => path!);
    expect(references.length).toBeGreaterThan(100);
    for (const path of new Set(references)) {
      const found = path.split('/').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], asyncApi);
      expect({ path, found: found !== undefined }).toEqual({ path, found: true });
    }
  });
});

/** A change of a type that old events do not fit needs a new version with a step to it; the compiler cannot know what stands in logs. */
describe('what was ever written', () => {
  const ajv = new Ajv({ strict: false });
  ajv.addSchema({ $id: 'asyncapi', ...asyncApi });
  const categoryOfType = new Map(
    categories.flatMap(([category, { personalFields }]) => Object.keys(personalFields).map((type) => [type, category])),
  );
  const stream = (category: string) => streamName(category, '6f1c1f7e-0000-4000-8000-000000000001');

  it.each(filesUnder('libs', HISTORIES))('fits the types of today: %s', (file) => {
    for (const golden of JSON.parse(readFileSync(ROOT + file, 'utf8')) as readonly GoldenEvent[]) {
      const category = categoryOfType.get(golden.type);
      expect({ type: golden.type, category }).toEqual({ type: golden.type, category: expect.any(String) as string });
      const recorded = { ...golden, stream: stream(category!) } as RecordedEvent;
      const event = currentShape(eventCatalogue[categoryOf(recorded.stream) as keyof typeof eventCatalogue].versions, recorded);
      const validate = ajv.compile({ $ref: `asyncapi#/components/messages/${category}.${golden.type}/payload/allOf/1` });
      expect({ event, valid: validate(event), errors: validate.errors }).toEqual({ event, valid: true, errors: null });
    }
  });

  it('is kept in a history, every version of every event', () => {
    const histories = filesUnder('libs', HISTORIES).map((file) => JSON.parse(readFileSync(ROOT + file, 'utf8')) as readonly GoldenEvent[]);
    const everything = categories.flatMap(([, { personalFields, versions }]) => versionsEverWritten(Object.keys(personalFields), versions));
    expect(versionsIn(...histories)).toEqual(everything.sort());
  });

  it('would not fit another shape', () => {
    const validate = ajv.compile({ $ref: 'asyncapi#/components/messages/conversation.ReplyQueued/payload/allOf/1' });
    expect(
      validate({ type: 'ReplyQueued', schemaVersion: 1, data: { replyId: 7, agentId: 'a', content: { type: 'text', text: 't' } } }),
    ).toBe(false);
    expect(validate({ type: 'ReplyQueued', schemaVersion: 1, data: { replyId: 'r', agentId: 'a', content: { type: 'song' } } })).toBe(
      false,
    );
  });
});
