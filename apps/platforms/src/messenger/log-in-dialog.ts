import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../world.js';
import { isVersion } from './calls.js';
import { LogIns, PERSON } from './log-ins.js';
import type { MessengerApp, MessengerPage, MessengerState } from './state.js';

/** What an app may ask for here; the first is given with every log-in. */
const SCOPES = [
  'public_profile',
  'email',
  'pages_show_list',
  'pages_messaging',
  'pages_manage_metadata',
  'pages_read_engagement',
  'business_management',
];

interface Asked {
  readonly app: MessengerApp;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly challenge?: { readonly value: string; readonly method: string };
}

/** Shown to the person, never sent to the app: nobody knows yet whose address it is. */
class DialogProblem extends Error {
  override readonly name = 'DialogProblem';
}

/** `www.facebook.com/{version}/dialog/oauth`: the person chooses pages and what the app may do, or cancels. */
export const serveLogInDialog = (app: FastifyInstance, state: MessengerState, world: World): void => {
  const logIns = new LogIns(state, world.clock);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  app.get('/:version/dialog/oauth', async (request, reply) => {
    const parameters = new URL(request.url, 'https://www.facebook.com').searchParams;
    return shown(request, reply, () => dialog(state, asked(state, parameters), parameters));
  });
  app.post('/:version/dialog/oauth', async (request, reply) => {
    const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    return shown(request, reply, () => {
      const { app: asking, redirectUri, scopes, challenge } = asked(state, form);
      if (form.get('choice') !== 'continue') return back(redirectUri, form, CANCELLED);
      const pageIds = form.getAll('page').filter((id) => pagesOf(state, asking).some(({ pageId }) => pageId === id));
      const granted = ['public_profile', ...scopes.filter((scope) => scope !== 'public_profile' && form.getAll('grant').includes(scope))];
      // A person's permission is one for the app: whatever token a page had, it can do no more than this now.
      for (const id of pageIds) state.pages[id]!.scopes = granted;
      const code = logIns.issueCode({ appId: asking.appId, scopes: granted, pageIds }, redirectUri, challenge);
      world.state.changed();
      return back(redirectUri, form, { code });
    });
  });
};

const CANCELLED = { error: 'access_denied', error_code: '200', error_description: 'Permissions error', error_reason: 'user_denied' };

const shown = async (
  request: FastifyRequest,
  reply: FastifyReply,
  make: () => { readonly html: string } | { readonly redirect: string },
) => {
  try {
    if (!isVersion((request.params as { version: string }).version)) throw new DialogProblem('This version of the dialog is gone.');
    const made = make();
    if ('redirect' in made) return reply.redirect(made.redirect, 302);
    return reply.type('text/html; charset=utf-8').send(made.html);
  } catch (error) {
    if (!(error instanceof DialogProblem)) throw error;
    return reply
      .code(400)
      .type('text/html; charset=utf-8')
      .send(`<!doctype html><title>Error</title><p>${escaped(error.message)}</p>`);
  }
};

/** @throws DialogProblem */
const asked = (state: MessengerState, parameters: URLSearchParams): Asked => {
  const app = state.apps[parameters.get('client_id') ?? ''];
  if (!app) throw new DialogProblem('Invalid App ID: The provided app ID does not look like a valid app ID.');
  const redirectUri = parameters.get('redirect_uri') ?? '';
  if (!app.redirectUris?.includes(redirectUri))
    throw new DialogProblem(
      "URL Blocked: This redirect failed because the redirect URI is not whitelisted in the app's Client OAuth Settings.",
    );
  if ((parameters.get('response_type') ?? 'code') !== 'code') throw new DialogProblem('Only response_type=code is there.');
  const scopes = (parameters.get('scope') ?? '').split(/[, ]/).filter((scope) => scope !== '');
  const strange = scopes.filter((scope) => !SCOPES.includes(scope));
  if (strange.length > 0) throw new DialogProblem(`Invalid Scopes: ${strange.join(', ')}.`);
  const value = parameters.get('code_challenge');
  const method = parameters.get('code_challenge_method') ?? 'plain';
  if (value !== null && !['S256', 'plain'].includes(method)) throw new DialogProblem('Invalid code_challenge_method.');
  return { app, redirectUri, scopes, ...(value === null ? {} : { challenge: { value, method } }) };
};

const pagesOf = (state: MessengerState, { appId }: MessengerApp): readonly MessengerPage[] =>
  Object.values(state.pages).filter((page) => page.appId === appId);

/** What Facebook puts behind every address to which it goes back. */
const TAIL = '#_=_';

const back = (redirectUri: string, parameters: URLSearchParams, answer: Readonly<Record<string, string>>) => {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  const state = parameters.get('state');
  if (state !== null) url.searchParams.set('state', state);
  return { redirect: url.href + TAIL };
};

const dialog = (state: MessengerState, { app, scopes }: Asked, parameters: URLSearchParams) => {
  const kept = [...parameters].map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`);
  const box = (name: string, value: string, words: string) =>
    `<li><label><input type="checkbox" name="${name}" value="${escaped(value)}" checked> ${escaped(words)}</label></li>`;
  const pages = pagesOf(state, app).map(({ pageId, name }) => box('page', pageId, `${name} (${pageId})`));
  const rights = scopes.filter((scope) => scope !== 'public_profile').map((scope) => box('grant', scope, scope));
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Log in with Facebook (stand-in)</title>
<h1>Log in with Facebook</h1><p>${escaped(PERSON.name)}, the app ${escaped(app.appId)} asks for this. It is a stand-in: no password is needed.</p>
<form method="post">${kept.join('')}
<h2>Which pages?</h2><ul>${pages.join('')}</ul>
<h2>What may it do?</h2><ul>${rights.join('')}</ul>
<button name="choice" value="continue">Continue</button> <button name="choice" value="cancel">Cancel</button></form></html>`;
  return { html };
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
