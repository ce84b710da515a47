import { type DynamicModule, Module } from '@nestjs/common';
import { ContactsController } from './contacts.controller.js';
import { Erasing, ERASING_PARTS, type ErasingParts } from './erasing.js';

/** Erasing persons; there is nothing to ask for where the log is not sealed. */
@Module({})
export class ContactsModule {
  static with(parts: ErasingParts | undefined): DynamicModule {
    return parts
      ? { module: ContactsModule, controllers: [ContactsController], providers: [Erasing, { provide: ERASING_PARTS, useValue: parts }] }
      : { module: ContactsModule };
  }
}
