import {
  type Bot,
  type BotCommand,
  botDecider,
  type BotEvent,
  type BotField,
  type BotKind,
  type BotScript,
  EXTERNAL_BOT,
} from '@madoguchi/accounts';
import { ProblemException } from '@madoguchi/service-kit';
import type { ScopedName } from '../settings/names.service.js';
import type { DocumentKind } from '../settings/settings.service.js';

/** A bot that answers customers before people do. Its secret is shown to nobody. */
export interface BotView {
  readonly id: string;
  readonly name: string;
  readonly kind: BotKind;
  readonly endpoint: string | null;
  readonly appId: string | null;
  readonly accountIds: readonly string[];
  readonly fields: readonly BotField[];
  readonly deadlineSeconds: number;
  readonly script: BotScript | null;
  /** 1 for the first script that it had. */
  readonly scriptVersion: number;
  readonly archived: boolean;
  /** Also the ETag of the answer: send it as `If-Match`. */
  readonly version: number;
}

/** An account has one bot: it is claimed as a name is. */
const botOfAccount = (accountId: string): ScopedName => ({
  scope: 'bot of account',
  name: accountId,
  taken: () => new ProblemException(409, 'account-has-a-bot', 'Another bot answers on this account already.', { accountId }),
});

export const bots: DocumentKind<Bot, BotCommand, BotEvent, BotView> = {
  kind: EXTERNAL_BOT,
  decider: botDecider,
  title: 'bot',
  namesIn: ({ name, accountIds }) => [{ scope: EXTERNAL_BOT, name }, ...accountIds.map(botOfAccount)],
  view: (id, { status, ...bot }, version) => ({ id, ...bot, archived: status === 'archived', version }),
};
