import type { FastifyInstance } from 'fastify';
import type { AccountSettings, AccountView, ActionResult, CustomerAction, CustomerView, NewAccount, NewCustomer } from './control-api.js';
import type { UploadedFile } from './media.js';
import type { World } from './world.js';

/** One platform, as strict as the real one. Adding one: a folder with the file names of the others, and a line in `platforms.ts`. */
export interface Platform {
  readonly name: string;
  /** Its hosts: each becomes a listener of its own. The port of `lineApi` is set by `PLATFORMS_PORT_LINE_API`. */
  readonly listeners: readonly string[];
  readonly calls: readonly string[];
  readonly actions: readonly CustomerAction['type'][];
  /** Whether one webhook request can carry several events. */
  readonly batches: boolean;
  open(world: World): OpenPlatform;
}

/** A platform at work. Methods that take an account's or customer's id throw `ControlProblem` when there is none. */
export interface OpenPlatform {
  serve(listener: string, app: FastifyInstance): void;
  /** In place of `serve`, where the platform's hosts do not speak HTTP. */
  listen?(listener: string, host: string, port: number): Promise<Listener>;
  accounts(): readonly AccountView[];
  account(id: string): AccountView;
  /** The id that this request would get; undefined: it will be made up. */
  idOf(request: NewAccount): string | undefined;
  /** @throws ControlProblem for credentials that the platform would never issue. */
  createAccount(request: NewAccount): AccountView;
  changeSettings(account: string, settings: AccountSettings): AccountView;
  createCustomer(account: string, request: NewCustomer): CustomerView;
  customers(account: string): readonly CustomerView[];
  /** @throws ControlProblem for what a customer cannot do there. */
  act(account: string, customer: string, action: CustomerAction, file: UploadedFile | undefined): ActionResult;
  /** Sends one event that was sent before again, as it was. */
  redeliver(account: string, eventId: string): void;
  /** Lets go what webhook faults hold back. */
  release(account: string): void;
}

/** Something that listens without HTTP. */
export interface Listener {
  readonly address: string;
  close(): Promise<void>;
}

/** A request to the control API that cannot be done. */
export class ControlProblem extends Error {
  override readonly name = 'ControlProblem';
  constructor(
    readonly status: 400 | 404 | 409,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
