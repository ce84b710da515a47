import { randomBytes } from 'node:crypto';
import type { AccountSettings } from '../control-api.js';
import { httpsUrl } from '../internet.js';
import { ControlProblem } from '../platform.js';
import { SUBSCRIBABLE } from './events.js';
import type { MessengerApp, MessengerPage } from './state.js';
import type { BotApp } from './thread-state.js';

/** What an owner sees in the app's dashboard. */
export const settingsOf = (page: MessengerPage, { subscription, redirectUris }: MessengerApp): AccountSettings => ({
  webhookUrl: subscription?.active ? subscription.callbackUrl : null,
  ...(subscription ? { webhookSecret: subscription.verifyToken } : {}),
  requireProof: page.requireProof,
  tokenExpiresAt: page.tokenExpiresAt === 0 ? null : new Date(page.tokenExpiresAt * 1_000).toISOString(),
  permissions: page.scopes,
  redirectUris: redirectUris ?? [],
  otherApps: page.otherApps ?? [],
  published: page.published ?? true,
  standby: page.standby,
  botApp: page.botApp ?? null,
  humanAgent: page.humanAgent,
  profileAccess: page.profileAccess,
});

/** What is left out is as usual: the primary receiver, which passes a thread when it is asked for it. */
const newBotApp = (page: MessengerPage, wanted: NonNullable<AccountSettings['botApp']>): BotApp => {
  if (wanted.appId === page.appId) throw new ControlProblem(400, 'bad setting', 'The app of the bot is another one than that of the desk.');
  const made = { name: 'Bot', token: `EAA${randomBytes(30).toString('hex')}`, role: 'primary', plays: true, grants: true } as const;
  return { ...made, ...page.botApp, ...wanted };
};

/**
 * What an owner sets there. A `webhookUrl` subscribes page and app to everything, without the handshake that the API makes. @throws
 * ControlProblem
 */
export const changeSettings = (page: MessengerPage, app: MessengerApp, settings: AccountSettings): void => {
  const { webhookUrl, webhookSecret, tokenExpiresAt, permissions, requireProof, standby, humanAgent, profileAccess, ...others } = settings;
  const { redirectUris, otherApps, published, tasks, botApp, ...rest } = others;
  const [foreign] = Object.keys(rest);
  if (foreign !== undefined) throw new ControlProblem(400, 'bad setting', `Messenger has no setting ${foreign}.`);
  if (typeof webhookUrl === 'string' && !httpsUrl(webhookUrl))
    throw new ControlProblem(400, 'bad setting', 'Meta takes only an https address as webhookUrl.');
  if (typeof tokenExpiresAt === 'string' && Number.isNaN(Date.parse(tokenExpiresAt)))
    throw new ControlProblem(400, 'bad setting', 'tokenExpiresAt is no time of ISO 8601.');
  if (webhookUrl === null) {
    app.subscription = null;
    page.subscribedFields = null;
  } else if (webhookUrl !== undefined) {
    app.subscription = { callbackUrl: webhookUrl, verifyToken: webhookSecret ?? page.verifyToken, fields: SUBSCRIBABLE, active: true };
    app.failingSince = undefined;
    page.subscribedFields = SUBSCRIBABLE;
  }
  if (tokenExpiresAt !== undefined) page.tokenExpiresAt = tokenExpiresAt === null ? 0 : Math.floor(Date.parse(tokenExpiresAt) / 1_000);
  app.redirectUris = redirectUris ?? app.redirectUris;
  page.otherApps = otherApps ?? page.otherApps;
  page.published = published ?? page.published;
  page.tasks = tasks ?? page.tasks;
  page.scopes = permissions ?? page.scopes;
  page.requireProof = requireProof ?? page.requireProof;
  page.standby = standby ?? page.standby;
  if (botApp !== undefined) {
    page.botApp = botApp === null ? undefined : newBotApp(page, botApp);
    page.threads = {};
  }
  page.humanAgent = humanAgent ?? page.humanAgent;
  page.profileAccess = profileAccess ?? page.profileAccess;
};
