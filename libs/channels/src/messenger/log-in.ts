import type { AskedLogIn, LogInApp, LogInOutcome, PageLogIn } from '@madoguchi/use-cases';
import * as oauth from 'oauth4webapi';
import { tokenFacts } from '../meta-token.js';
import { platformWords } from '../platform-call.js';
import { type JsonObject, objectIn } from '../platform-json.js';
import { callAsApp, facebook, GRAPH_VERSION, graphErrorIn, type MessengerHosts } from './call.js';
import { pagesOfPerson } from './pages-of-person.js';

/** What the house cannot do without a permission. */
const PERMISSIONS = {
  pages_show_list: 'your pages cannot be listed',
  pages_messaging: 'messages can be neither received nor sent',
  pages_manage_metadata: 'the page cannot be subscribed to webhooks',
} as const;

type Refused = Extract<LogInOutcome, { outcome: 'refused' }>;

const AGAIN = 'Begin the log-in anew.';

/** Facebook Login. The token of the person serves once, for long-lived tokens of pages, and is kept nowhere. */
export const messengerLogIn = (hosts: MessengerHosts): PageLogIn => ({
  addressFor: async ({ app, redirectUri, state, codeVerifier }) => {
    const address = new URL(serverOf(hosts).authorization_endpoint!);
    address.search = new URLSearchParams({
      client_id: app.appId,
      redirect_uri: redirectUri,
      response_type: 'code',
      state,
      scope: Object.keys(PERMISSIONS).join(','),
      code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    }).toString();
    return address.href;
  },

  complete: async (asked, returned, signal) => {
    const token = await personToken(hosts, asked, returned, signal);
    if (typeof token !== 'string') return token;
    const granted = await grantedTo(hosts, asked.app, token, signal);
    const pages = granted && (await pagesOfPerson(hosts, asked.app, token, signal));
    if (!pages) {
      return {
        outcome: 'refused',
        code: 'pages-not-read',
        reason: 'Facebook did not tell which pages there are.',
        remedy: `${AGAIN} If it stays, look later.`,
      };
    }
    return { outcome: 'done', pages, scopes: granted.scopes, missingScopes: granted.missingScopes };
  },
});

const serverOf = (hosts: MessengerHosts): oauth.AuthorizationServer => ({
  issuer: facebook(hosts),
  authorization_endpoint: `${facebook(hosts)}/${GRAPH_VERSION}/dialog/oauth`,
  token_endpoint: `${hosts.api}/${GRAPH_VERSION}/oauth/access_token`,
});

/** The code for a token, and that one for a long-lived one: by it the tokens of pages do not end. The secret goes in the body. */
const personToken = async (
  hosts: MessengerHosts,
  { app, redirectUri, state, codeVerifier }: AskedLogIn,
  returned: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<string | Refused> => {
  const server = serverOf(hosts);
  const client = { client_id: app.appId };
  const secret = oauth.ClientSecretPost(app.appSecret);
  // A stand-in has no https; the real hosts are never spoken to without.
  const options = { signal, [oauth.allowInsecureRequests]: hosts.api.startsWith('http:') };
  try {
    const parameters = oauth.validateAuthResponse(server, client, new URLSearchParams(returned), state);
    const response = await oauth.authorizationCodeGrantRequest(server, client, secret, parameters, redirectUri, codeVerifier, options);
    if (!response.ok) return await refusedBy(response, app, returned.code);
    const { access_token: short } = await oauth.processAuthorizationCodeResponse(server, client, response);
    const exchanged = await oauth.genericTokenEndpointRequest(
      server,
      client,
      secret,
      'fb_exchange_token',
      { fb_exchange_token: short },
      options,
    );
    if (!exchanged.ok) return await refusedBy(exchanged, app, short);
    return (await oauth.processGenericTokenEndpointResponse(server, client, exchanged)).access_token;
  } catch (error) {
    return whyNot(error, app);
  }
};

/** Graph refuses in its own shape, not in OAuth's. */
const refusedBy = async (response: Response, app: LogInApp, secret: string | undefined): Promise<Refused> => {
  const body: unknown = await response.json().catch(() => undefined);
  const { words } = graphErrorIn(body, { appSecret: app.appSecret, pageAccessToken: secret ?? '' });
  return { outcome: 'refused', code: 'log-in-refused', reason: `Facebook answered ${response.status}: ${words}`, remedy: AGAIN };
};

/** Network texts are never repeated: they may hold an address with a code in it. */
const whyNot = (error: unknown, { appSecret }: LogInApp): Refused => {
  if (error instanceof oauth.AuthorizationResponseError) {
    if (error.error === 'access_denied')
      return {
        outcome: 'refused',
        code: 'cancelled',
        reason: 'The log-in was cancelled at Facebook.',
        remedy: `Nothing has changed. ${AGAIN}`,
      };
    const words = platformWords(error.error_description, [appSecret]) ?? 'no reason was given';
    return { outcome: 'refused', code: 'log-in-refused', reason: `Facebook refused the log-in: ${words}`, remedy: AGAIN };
  }
  if (error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError)
    return {
      outcome: 'refused',
      code: 'log-in-not-understood',
      reason: 'What came back from Facebook is no answer to this log-in.',
      remedy: AGAIN,
    };
  return {
    outcome: 'refused',
    code: 'facebook-not-reached',
    reason: 'Facebook did not answer.',
    remedy: `Check that this server may reach graph.facebook.com. ${AGAIN}`,
  };
};

const grantedTo = async (hosts: MessengerHosts, app: LogInApp, token: string, signal: AbortSignal) => {
  const call = { method: 'GET', path: 'debug_token', query: { input_token: token }, signal } as const;
  const answer = await callAsApp(hosts, call, { ...app });
  const told: JsonObject | undefined =
    answer.kind === 'answered' && answer.status === 200 ? objectIn(objectIn(answer.body)?.data) : undefined;
  return told && tokenFacts(told, PERMISSIONS);
};
