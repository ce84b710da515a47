import {
  accountStream,
  type BotWay,
  type ContactWindowCommand,
  contactWindowDecider,
  type ContactWindowEvent,
  contactWindowStream,
} from '@madoguchi/accounts';
import { type Cause, derivedId, type EventStore, handleCommand, type Recorded, Refusal } from '@madoguchi/event-sourcing';
import { ProblemException } from '@madoguchi/service-kit';
import { problemOfRefusal } from '../as-command.js';
import { ONE_BOT } from './bot-texts.js';

export interface BotPlace {
  readonly contactWindowId: string;
  readonly accountId: string;
  readonly way: BotWay;
}

/** Whoever has taken the place and added no account within this time is taken for dead. */
const ABANDONED_AFTER_MS = 60_000;

/**
 * Takes the one place for a bot in a contact window, before its account is added: that stream decides who is the one.
 * @throws ProblemException 409 `bot-exists` with who has it, and why only one is possible
 */
export const reserveBot = async (
  store: EventStore,
  cause: Cause,
  { contactWindowId, accountId, way }: BotPlace,
  now: () => Date,
): Promise<void> => {
  const run = (command: ContactWindowCommand, name: string) =>
    handleCommand(
      store,
      contactWindowDecider,
      contactWindowStream(contactWindowId),
      command,
      { ...cause, commandId: derivedId(name, cause.commandId, contactWindowId) },
      { now },
    );
  const reserve = { type: 'ReserveBot', accountId, way, at: now().toISOString() } as const;
  try {
    await run(reserve, 'reserve bot');
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'bot-exists') throw problemOfRefusal(error);
    const holder = String(error.details.accountId);
    if (!(await isAbandoned(store, contactWindowId, holder, now())))
      throw new ProblemException(409, error.code, error.message, { ...error.details, texts: ONE_BOT });
    await run({ type: 'ReleaseBot', accountId: holder, reason: 'its account was never added' }, 'release abandoned bot');
    await run(reserve, 'reserve abandoned bot').catch((refusal: unknown) => {
      throw problemOfRefusal(refusal);
    });
  }
};

/** Gives the place up; nothing where another account has it. */
export const releaseBot = async (
  store: EventStore,
  cause: Cause,
  { contactWindowId, accountId }: Omit<BotPlace, 'way'>,
  reason: string,
  now: () => Date,
): Promise<void> => {
  const command = { type: 'ReleaseBot', accountId, reason } as const;
  const commandId = derivedId('release bot', cause.commandId, contactWindowId);
  try {
    await handleCommand(store, contactWindowDecider, contactWindowStream(contactWindowId), command, { ...cause, commandId }, { now });
  } catch (error) {
    // There is no such window any more: it has no place either.
    if (!(error instanceof Refusal) || error.code === 'too-busy') throw error;
  }
};

const isAbandoned = async (store: EventStore, contactWindowId: string, holder: string, now: Date): Promise<boolean> => {
  const events = (await store.readStream(contactWindowStream(contactWindowId))) as readonly Recorded<ContactWindowEvent>[];
  const reserved = events.findLast(({ type }) => type === 'BotReserved');
  const since = reserved ? now.getTime() - Date.parse(reserved.metadata.occurredAt) : 0;
  return since > ABANDONED_AFTER_MS && (await store.readStream(accountStream(holder))).length === 0;
};
