import {
  BOT_LIMITS,
  type BotProfile,
  type BotPublication,
  type BotStep,
  type BotWay,
  charactersIn,
  type IntegrationAccount,
  isFailedDraft,
  linkState,
  type LinkState,
  publicationProgress,
  type StepState,
} from '@madoguchi/accounts';
import {
  type BotText,
  CONSOLE_STEPS,
  CONSOLE_TITLES,
  type ConsoleStep,
  LIMITS_TEXT,
  MEMBERS_FIND_IT,
  NOT_IN_ADMIN_LIST,
  STEP_TITLES,
  TRY_AGAIN_OR_DISCARD,
  WAY_TITLES,
  WHEN_DELETED,
} from './bot-texts.js';
import type { CurrentBot } from './current-bot.js';

/** The bot of a contact window inside LINE WORKS: the dialog with its two tabs. Times are ISO 8601 in UTC. */
export interface BotOfWindowView {
  readonly contactWindowId: string;
  /** The way that is taken; the other one is closed while it is. Null: both are open. */
  readonly way: BotWay | null;
  /** The tabs of the dialog, in their order. */
  readonly tabs: readonly { readonly way: BotWay; readonly title: BotText; readonly open: boolean }[];
  readonly accountId: string | null;
  /** The ClientApp that makes bots has been entered: `PATCH /organisation/bot-maker`. */
  readonly canMakeBots: boolean;
  readonly limits: {
    readonly name: number;
    readonly description: number;
    /** Bytes; the picture is smaller. */
    readonly image: number;
    readonly text: BotText;
  };
  /** The last one that was made here, also while it is taken away, and after it failed. */
  readonly simple: SimpleBotView | null;
  readonly console: ConsoleBotView | null;
}

export interface SimpleBotView {
  readonly accountId: string;
  readonly name: string;
  readonly nameCharacters: number;
  readonly description: string;
  readonly descriptionCharacters: number;
  /** What a member who adds the bot reads first, once. */
  readonly firstMessage: string;
  readonly image: { readonly id: string; readonly fileName: string; readonly mimeType: string; readonly size: number } | null;
  readonly status: BotPublication['status'];
  /** How often it was published, this time included. */
  readonly attempt: number;
  readonly steps: readonly StepView[];
  readonly undoneWhy: string | null;
  /** Why it was taken back, where a step failed; it stays until it is tried again. */
  readonly failure: { readonly code: string; readonly reason: string; readonly remedy: string } | null;
  readonly botId: string | null;
  readonly state: LinkState;
  readonly linked: boolean;
  readonly notes: readonly {
    readonly note: 'members find it' | 'try again or discard' | 'not in the admin list' | 'when deleted';
    readonly text: BotText;
  }[];
}

export interface StepView {
  readonly step: BotStep;
  readonly title: BotText;
  readonly status: StepState['status'];
  /** When it is tried again. */
  readonly retryAt: string | null;
  readonly problem: { readonly code: string; readonly reason: string; readonly remedy: string } | null;
}

export interface ConsoleBotView {
  readonly accountId: string;
  readonly name: string;
  readonly steps: readonly { readonly step: ConsoleStep; readonly title: BotText; readonly done: boolean }[];
  /** Where to go on; null: everything is done. */
  readonly next: ConsoleStep | null;
  readonly missingFields: readonly string[];
  readonly webhookUrl: string;
  readonly state: LinkState;
}

export const tabsView = (taken: BotWay | null): BotOfWindowView['tabs'] =>
  (['simple', 'console'] as const).map((way) => ({ way, title: WAY_TITLES[way], open: taken === null || taken === way }));

export const limitsView: BotOfWindowView['limits'] = { ...BOT_LIMITS, text: LIMITS_TEXT };

export const simpleBotView = ({ accountId, account, publication }: CurrentBot): SimpleBotView | null => {
  const profile = publication.profile ?? account.botProfile;
  if (!profile) return null;
  const { name, description } = profile;
  return {
    accountId,
    name,
    nameCharacters: charactersIn(name),
    description,
    descriptionCharacters: charactersIn(description),
    firstMessage: description,
    image: imageView(profile),
    status: publication.status,
    attempt: publication.attempt,
    steps: publicationProgress(publication).map(({ step, status, retryAt, problem }) => ({
      step,
      title: STEP_TITLES[step],
      status,
      retryAt: retryAt ?? null,
      problem: problem ? { code: problem.code, reason: problem.reason, remedy: problem.remedy } : null,
    })),
    undoneWhy: publication.undoneWhy ?? null,
    failure: publication.failure ?? null,
    botId: publication.botId ?? null,
    state: linkState(account),
    linked: account.linked,
    notes: [
      ...(publication.status === 'published' ? [{ note: 'members find it', text: MEMBERS_FIND_IT } as const] : []),
      ...(isFailedDraft(publication) ? [{ note: 'try again or discard', text: TRY_AGAIN_OR_DISCARD } as const] : []),
      { note: 'not in the admin list', text: NOT_IN_ADMIN_LIST },
      { note: 'when deleted', text: WHEN_DELETED },
    ],
  };
};

const imageView = ({ image }: BotProfile): SimpleBotView['image'] =>
  image ? { id: image.mediaId, fileName: image.fileName, mimeType: image.mimeType, size: image.size } : null;

/** How far somebody has come who makes the bot in the Developer Console: it follows from the account, so it may be left and resumed. */
export const consoleBotView = (accountId: string, account: IntegrationAccount, webhookUrl: string): ConsoleBotView => {
  const { missingFields, linked, verifiedAt, webhookHost, name = '' } = account;
  const entered = (...fields: readonly string[]) => missingFields !== undefined && !fields.some((field) => missingFields.includes(field));
  const done: Readonly<Record<ConsoleStep, boolean>> = {
    'client app': entered('clientId', 'clientSecret'),
    'service account': entered('serviceAccount', 'privateKey'),
    bot: entered('botId'),
    callback: verifiedAt !== undefined || webhookHost !== undefined,
    // Members have it: one of them wrote to it.
    administrator: verifiedAt !== undefined,
    link: linked,
  };
  return {
    accountId,
    name,
    steps: CONSOLE_STEPS.map((step) => ({ step, title: CONSOLE_TITLES[step], done: done[step] })),
    next: CONSOLE_STEPS.find((step) => !done[step]) ?? null,
    missingFields: missingFields ?? [],
    webhookUrl,
    state: linkState(account),
  };
};
