import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Route } from '../../testing/routes-of.js';
import type { Schema } from './request-schemas.js';

const SOURCES = fileURLToPath(new URL('../..', import.meta.url));

export interface AnswerSchemas {
  /** By operation id. */
  readonly answers: Readonly<Record<string, Schema>>;
  /** What they refer to. */
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** The schemas of what handlers return, read from their types. Takes half a minute: the compiler reads everything. */
export const answerSchemas = async (routes: readonly Route[]): Promise<AnswerSchemas> => {
  const { default: TJS } = await import('typescript-json-schema');
  const file = join(SOURCES, 'openapi', 'answers-of-handlers.ts');
  writeFileSync(file, answersFile(routes));
  try {
    const program = TJS.getProgramFromFiles([file], compilerOptions, SOURCES);
    const generator = TJS.buildGenerator(program, { required: true, strictNullChecks: true, noExtraProps: true, ignoreErrors: true });
    if (!generator) throw new Error('the types of the answers could not be read');
    const { definitions = {}, ...whole } = generator.getSchemaForSymbol('AnswersOfHandlers');
    const names = shortNames(Object.keys(definitions));
    const schemas = Object.fromEntries(
      Object.entries(definitions).map(([name, schema]) => [names.get(name) as string, withNames(schema as Schema, names)]),
    );
    return { answers: withNames((whole as { properties: Schema }).properties, names) as Record<string, Schema>, schemas };
  } finally {
    rmSync(file);
  }
};

const compilerOptions = {
  target: 'es2023',
  lib: ['lib.es2023.d.ts'],
  module: 'nodenext',
  moduleResolution: 'nodenext',
  customConditions: ['@madoguchi/source'],
  types: ['node'],
  strict: true,
  skipLibCheck: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  strictPropertyInitialization: false,
  esModuleInterop: true,
  noEmit: true,
};

/** Nothing, and what is not JSON, are told apart from what is. */
const TOLD = 'type Told<Answer> = [Answer] extends [void] ? null : [Answer] extends [Uint8Array] ? string : Answer;';

const answersFile = (routes: readonly Route[]): string => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.controller.ts'));
  const fileOf = (name: string) => {
    const found = files.find((path) => new RegExp(`export class ${name}\\b`).test(readFileSync(join(SOURCES, path), 'utf8')));
    if (!found) throw new Error(`no file declares ${name}`);
    return found.replace(/\.ts$/, '.js');
  };
  const described = routes.filter(({ mediaType }) => mediaType === 'application/json');
  const controllers = [...new Set(described.map(({ controller }) => controller.name))];
  const imports = controllers.map((name) => `import type { ${name} } from '../${fileOf(name)}';`);
  const answers = described.map(
    ({ operationId, controller, handler }) => `  readonly ${operationId}: Told<Awaited<ReturnType<${controller.name}['${handler}']>>>;`,
  );
  return `${imports.join('\n')}\n\n${TOLD}\n\nexport interface AnswersOfHandlers {\n${answers.join('\n')}\n}\n`;
};

/** `import("…").QueueView` → `QueueView`; a second one of that name gets a number. */
const shortNames = (names: readonly string[]): ReadonlyMap<string, string> => {
  const short = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    const words = name
      .replaceAll(/import\([^)]*\)\)?\./g, '')
      .replaceAll(/import\("[^"]*"[^)]*\)\./g, '')
      .replaceAll(/[^A-Za-z0-9_]+/g, '_');
    const base = words.replaceAll(/^_+|_+$/g, '') || 'Object';
    let free = base;
    for (let count = 2; taken.has(free); count += 1) free = `${base}${count}`;
    taken.add(free);
    short.set(name, free);
  }
  return short;
};

const withNames = (schema: Schema, names: ReadonlyMap<string, string>): Schema =>
  JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (isOpen(value)) return { ...value, additionalProperties: {} };
    if (key !== '$ref' || typeof value !== 'string') return value;
    const name = decodeURIComponent(value.slice('#/definitions/'.length));
    return `#/components/schemas/${names.get(name) ?? name}`;
  }) as Schema;

/** The generator loses what stands in a read-only record; nothing that we answer is an object without anything. */
const isOpen = (value: unknown): value is Schema => {
  const { type, properties, additionalProperties } = (value ?? {}) as Schema;
  return type === 'object' && properties === undefined && additionalProperties === false;
};
