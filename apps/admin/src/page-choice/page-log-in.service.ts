import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { pageChoiceDecider, type PageChoiceCommand, type PageChoiceEvent, pageChoiceStream } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { derivedId, type EventStore, type Recorded } from '@madoguchi/event-sourcing';
import type { AccountCredentials } from '@madoguchi/secrets';
import { ProblemException } from '@madoguchi/service-kit';
import type { Channel, LogInOutcome, PageLogIn } from '@madoguchi/use-cases';
import { asCommand, causeOf } from '../as-command.js';
import { CLOCK, type Clock } from '../scheduler/clock.js';
import { secretHash } from '../secret-hash.js';
import type { SignedInAdmin } from '../signed-in.js';
import { CHANNELS, CREDENTIALS, EVENT_STORE } from '../tokens.js';
import { currentPageChoice, pageChoiceIfAny } from './current-page-choice.js';
import { PAGE_APP, readyApp } from './page-app.js';
import type { PageAppSettings } from './page-app-settings.js';
import { pageTokenField } from './page-tokens.js';
import type { PageLogInReturn } from './requests.js';

export interface BegunLogIn {
  readonly id: string;
  /** Where the person's browser goes, in a window of its own. */
  readonly authorizationUrl: string;
  readonly validUntil: string;
}

/** The desk waits for fifteen seconds. */
const DEADLINE_MS = 12_000;

/** The choice's id, by which it is found, and what nobody can guess. */
const STATE = /^(?<id>[0-9a-f-]{36})\.[\w-]{43}$/;

/** Step 1 of 3: the person logs in with Facebook. What opens something is sealed, used once, and destroyed. */
@Injectable()
export class PageLogIns {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
    @Inject(CHANNELS) private readonly channels: ReadonlyMap<ChannelType, Channel>,
    @Inject(PAGE_APP) private readonly settings: PageAppSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Repeated with the same key it is the same log-in. */
  async begin(admin: SignedInAdmin, sessionHash: string, key: string): Promise<BegunLogIn> {
    const { app, redirectUri } = readyApp(this.settings);
    const id = derivedId('page-choice', admin.tenantId, admin.userId, key);
    const before = await pageChoiceIfAny(this.store, admin.tenantId, id);
    if (!before) {
      const state = `${id}.${randomBytes(32).toString('base64url')}`;
      await this.credentials.save(admin.tenantId, id, { state, codeVerifier: randomBytes(32).toString('base64url') });
      await this.command(admin, id, { type: 'BeginPageLogIn', stateHash: secretHash(state), sessionHash, at: this.at() }, key);
    }
    const { choice } = before ?? (await currentPageChoice(this.store, admin.tenantId, id));
    const { state, codeVerifier } = await this.credentials.open(admin.tenantId, id);
    if (choice.status !== 'begun' || !state || !codeVerifier || secretHash(state) !== choice.stateHash)
      throw new ProblemException(409, 'log-in-begun', 'This log-in was begun already. Begin a new one, with a new Idempotency-Key.');
    const authorizationUrl = await this.logIn().addressFor({ app, redirectUri, state, codeVerifier });
    return { id, authorizationUrl, validUntil: choice.validUntil! };
  }

  /** @returns the choice's id; what came of it stands there. Repeated with the same key it does nothing more. */
  async comeBack(admin: SignedInAdmin, sessionHash: string, returned: PageLogInReturn, key: string): Promise<string> {
    const id = STATE.exec(returned.state)?.groups?.['id'];
    if (id === undefined) throw new ProblemException(422, 'other-state', 'This is not the log-in that was begun here. Begin it anew.');
    const { app, redirectUri } = readyApp(this.settings);
    const { events } = await currentPageChoice(this.store, admin.tenantId, id);
    const { commandId } = causeOf(admin, key);
    if (events.some(({ metadata }) => metadata.commandId === commandId)) return id;
    const at = this.at();
    const stateHash = secretHash(returned.state);
    const [recorded] = await this.command(admin, id, { type: 'ReturnFromPageLogIn', stateHash, sessionHash, at }, key);
    const { state, codeVerifier } = await this.credentials.open(admin.tenantId, id);
    // The same request may come twice at the same time: one of them asks Facebook.
    if (!state || !codeVerifier || recorded?.type !== 'PageLogInReturned' || recorded.data.returnedAt !== at) return id;
    await this.credentials.destroy(admin.tenantId, id);
    const query = Object.fromEntries(Object.entries(returned).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
    const outcome = await this.logIn().complete({ app, redirectUri, state, codeVerifier }, query, AbortSignal.timeout(DEADLINE_MS));
    await this.record(admin, id, outcome, key);
    return id;
  }

  /** Tokens first: a page in the log has one. */
  private async record(admin: SignedInAdmin, id: string, outcome: LogInOutcome, key: string): Promise<void> {
    const again = derivedId('log-in', key);
    if (outcome.outcome === 'refused') {
      const { code, reason, remedy } = outcome;
      await this.command(admin, id, { type: 'RecordPageLogInFailed', code, reason, remedy, at: this.at() }, again);
      return;
    }
    const { scopes, missingScopes } = outcome;
    await this.credentials.save(
      admin.tenantId,
      id,
      Object.fromEntries(outcome.pages.map(({ pageId, token }) => [pageTokenField(pageId), token])),
    );
    const pages = outcome.pages.map(({ token: _token, ...page }) => page);
    await this.command(admin, id, { type: 'OfferPages', pages, scopes, missingScopes, at: this.at() }, again);
  }

  private logIn(): PageLogIn {
    const logIn = this.channels.get('messenger')?.pageLogIn;
    if (!logIn) throw new ProblemException(422, 'no-such-channel', 'There is nothing here that talks to Facebook.');
    return logIn;
  }

  private async command(admin: SignedInAdmin, id: string, command: PageChoiceCommand, key: string) {
    const recorded = await asCommand(this.store, admin, pageChoiceDecider, pageChoiceStream(id), command, key, {
      now: () => this.clock.now(),
    });
    return recorded as readonly Recorded<PageChoiceEvent>[];
  }

  private at(): string {
    return this.clock.now().toISOString();
  }
}
