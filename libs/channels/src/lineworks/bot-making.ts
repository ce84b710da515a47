import type { BotMaking, BotStepOutcome, BotToMake, Credentials } from '@madoguchi/use-cases';
import { idIn, type JsonObject, objectIn, textIn } from '../platform-json.js';
import { callbackTo } from './bot.js';
import {
  callLineWorks,
  type LineWorks,
  type LineWorksAnswer,
  type LineWorksBody,
  type LineWorksCall,
  REMEDY_FOR_CREDENTIALS,
} from './call.js';
import { domainsOf } from './domains.js';
import { lineworksMakerFields, makerOf, SHARED_WITH_BOTS } from './maker.js';

/** A company has at most 300 bots; more pages than that are not read. */
const MOST_PAGES = 10;

type Failed = Exclude<BotStepOutcome, { outcome: 'done' }>;

/** Bots that the ClientApp of a company makes in its name. One call at a time for a bot: LINE WORKS wants no two at once. */
export const lineworksBotMaking = (platform: LineWorks): BotMaking => ({
  fields: lineworksMakerFields,
  sharedWithBots: SHARED_WITH_BOTS,

  async create(bot, maker, signal) {
    const answer = await callLineWorks(platform, { method: 'POST', path: 'bots', body: createdWith(bot, maker), signal }, maker);
    const botId = idIn(doneIn(answer)?.json?.botId);
    return botId === undefined ? failureOf(answer) : { outcome: 'done', botId };
  },

  async find({ name, callbackUrl }, maker, signal) {
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query = new URLSearchParams({ count: '100', ...(cursor && { cursor }) });
      const answer = await callLineWorks(platform, { method: 'GET', path: `bots?${query}`, signal }, maker);
      const list = doneIn(answer)?.json;
      if (!list) return failureOf(answer);
      const { bots, responseMetaData } = list;
      const listed = Array.isArray(bots) ? bots.map((bot) => objectIn(bot) ?? {}) : [];
      // The list does not tell where a bot calls back.
      for (const botId of listed.flatMap((bot) => (bot.botName === name ? (idIn(bot.botId) ?? []) : []))) {
        const shown = await callLineWorks(platform, { method: 'GET', path: '{bot}', signal }, makerOf(maker, botId));
        const shownBot = doneIn(shown)?.json;
        if (!shownBot) return failureOf(shown);
        if (shownBot.callbackUrl === callbackUrl) return { outcome: 'done', botId };
      }
      cursor = textIn(objectIn(responseMetaData)?.nextCursor);
      if (cursor === undefined) break;
    }
    return { outcome: 'done', botId: undefined };
  },

  async openToMembers(botId, maker, signal) {
    const credentials = makerOf(maker, botId);
    const domains = await domainsOf(platform, credentials, signal);
    const there = Array.isArray(domains)
      ? (domains as readonly JsonObject[]).find(({ domainId }) => idIn(domainId) === maker.domainId)
      : undefined;
    if (there?.visible === true && there.allowToSelectedMember !== true) return { outcome: 'done' };
    const open: LineWorksCall = {
      method: there ? 'PATCH' : 'POST',
      path: `{bot}/domains/${encodeURIComponent(maker.domainId ?? '')}`,
      body: { visible: true, allowToSelectedMember: false },
      signal,
    };
    const answer = await callLineWorks(platform, open, credentials);
    return doneIn(answer) ? { outcome: 'done' } : failureOf(answer);
  },

  async issueSecret(botId, maker, signal) {
    const answer = await callLineWorks(platform, { method: 'POST', path: '{bot}/secret', signal }, makerOf(maker, botId));
    const secret = textIn(doneIn(answer)?.json?.secret);
    return secret === undefined ? failureOf(answer) : { outcome: 'done', secret };
  },

  async remove(botId, maker, signal) {
    const answer = await callLineWorks(platform, { method: 'DELETE', path: '{bot}', signal }, makerOf(maker, botId));
    const gone = doneIn(answer) !== undefined || (answer.kind === 'answered' && answer.status === 404);
    return gone ? { outcome: 'done' } : failureOf(answer);
  },
});

const createdWith = ({ name, description, pictureUrl, callbackUrl }: BotToMake, { administratorId, domainId }: Credentials) => ({
  botName: name,
  description,
  photoUrl: pictureUrl,
  administrators: [administratorId],
  allowDomains: [Number(domainId)],
  ...callbackTo(callbackUrl),
});

/** Of an answer that says that it was done. */
const doneIn = (answer: LineWorksAnswer): LineWorksBody | undefined =>
  answer.kind === 'answered' && answer.status >= 200 && answer.status < 300 ? answer.body : undefined;

const failureOf = (answer: LineWorksAnswer): Failed => {
  const refused = (code: string, reason: string, remedy: string, retryable = false): Failed => ({
    outcome: 'refused',
    code,
    reason,
    remedy,
    retryable,
  });
  switch (answer.kind) {
    case 'impossible':
      return refused('credentials-refused', answer.reason, REMEDY_FOR_CREDENTIALS);
    case 'not sent':
      return refused('not-reached', answer.reason, 'Check that this server may reach LINE WORKS. It is tried again.', true);
    case 'no answer':
      return { outcome: 'unknown', reason: answer.reason };
    case 'answered': {
      const { status, body } = answer;
      const reason = `LINE WORKS answered ${status}: ${body.words}`;
      // Only a refusal says that nothing happened.
      if (status < 400 || status >= 500) return { outcome: 'unknown', reason };
      if (status === 401) return refused('credentials-refused', reason, REMEDY_FOR_CREDENTIALS);
      if (status === 429) return refused('rate-limit', reason, 'Wait: it is tried again.', true);
      const remedy = REMEDIES[status] ?? 'Check the ClientApp that makes bots, then publish again.';
      return refused(status === 403 ? 'not-allowed' : 'refused', reason, remedy);
    }
  }
};

const REMEDIES: Readonly<Record<number, string>> = {
  400: 'Check name, description, picture, administrator and Domain ID, then publish again.',
  403: 'Check that the ClientApp has the OAuth scope "bot" and that the Domain ID is one of its domains.',
  404: 'The bot is not there any more. Publish again.',
};
