import type { Type } from '@nestjs/common';
// @ts-expect-error: the package describes only its entry, and this is where it keeps what @Type says.
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { targetConstructorToSchema, validationMetadatasToSchemas } from 'class-validator-jsonschema';

export type Schema = Readonly<Record<string, unknown>>;

const options = { classTransformerMetadataStorage: defaultMetadataStorage as never, refPointerPrefix: '#/components/schemas/' };

/** The schema of a class, from the decorators that check it. */
export const schemaOfClass = (checked: Type): Schema => targetConstructorToSchema(checked, options) as Schema;

/** Those of every class that is checked anywhere, by its name: what nested fields refer to. */
export const schemasOfClasses = (): Readonly<Record<string, Schema>> =>
  validationMetadatasToSchemas(options) as unknown as Record<string, Schema>;
