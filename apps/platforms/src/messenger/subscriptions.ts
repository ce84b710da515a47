import type { Answer } from '../calls.js';
import { httpsUrl, InternetError, isReservedHost } from '../internet.js';
import type { World } from '../world.js';
import { answers, badParameter, refusal } from './answers.js';
import type { GraphCall } from './calls.js';
import { SUBSCRIBABLE } from './events.js';
import { newNumber } from './state.js';

const HANDSHAKE_WITHIN_MS = 5_000;

/** `/{page}/subscribed_apps`: which events of the page its app wants. @throws Refusal */
export const pageSubscription = (world: World, { page, fields, method }: GraphCall): Answer => {
  if (!page.scopes.includes('pages_manage_metadata')) return answers.noPermission('pages_manage_metadata');
  switch (method) {
    case 'POST':
      page.subscribedFields = fieldsIn(fields['subscribed_fields'], 'subscribed_fields');
      break;
    case 'DELETE':
      page.subscribedFields = null;
      break;
    default: {
      const app = { id: page.appId, name: 'Desk', link: 'https://www.facebook.com/', subscribed_fields: page.subscribedFields };
      const others = (page.otherApps ?? []).map(({ appId: id, name }) => ({ id, name, subscribed_fields: ['messages'] }));
      return answers.ok({ data: [...(page.subscribedFields === null ? [] : [app]), ...others] });
    }
  }
  world.state.changed();
  return answers.ok();
};

/** `/{app}/subscriptions`: where the events of all its pages go. Meta asks that address back before it answers. @throws Refusal */
export const appSubscription = async (world: World, call: GraphCall): Promise<Answer> => {
  const { app, fields, method } = call;
  if (method === 'GET') return answers.ok({ data: app.subscription === null ? [] : [shown(app.subscription)] });
  if (fields['object'] !== 'page') return badParameter('Param object must be one of {page}');
  if (method === 'DELETE') app.subscription = null;
  else {
    const wanted = fieldsIn(fields['fields'], 'fields');
    const { callback_url: address, verify_token: token } = fields;
    if (typeof token !== 'string' || token === '') return badParameter('The parameter verify_token is required');
    const url = typeof address === 'string' ? httpsUrl(address) : undefined;
    if (!url || isReservedHost(url.hostname)) return badParameter('callback_url must be an https address with a valid certificate');
    const problem = await handshakeProblem(world, url, token);
    if (problem !== undefined)
      return refusal({ code: 2200, message: `Callback verification failed with the following errors: ${problem}` });
    app.subscription = { callbackUrl: url.href, verifyToken: token, fields: wanted, active: true };
    app.failingSince = undefined;
  }
  world.state.changed();
  return answers.ok();
};

const shown = ({ callbackUrl, fields, active }: NonNullable<GraphCall['app']['subscription']>) => ({
  object: 'page',
  callback_url: callbackUrl,
  active,
  fields: fields.map((name) => ({ name, version: 'v25.0' })),
});

/** Names with commas between them, or a list. @throws Refusal for one that there is not */
const fieldsIn = (value: unknown, name: string): readonly string[] => {
  const names = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(',').map((each) => each.trim()) : [];
  const [strange] = names.filter((each) => !SUBSCRIBABLE.includes(each));
  if (names.length === 0 || strange !== undefined)
    return badParameter(`Param ${name}[0] must be one of {${SUBSCRIBABLE.join(', ')}} - got "${strange ?? ''}"`);
  return names;
};

/** "Is this yours?": the challenge must come back as it went. */
const handshakeProblem = async (world: World, url: URL, token: string): Promise<string | undefined> => {
  const challenge = newNumber();
  const asked = new URL(url);
  for (const [name, value] of [
    ['hub.mode', 'subscribe'],
    ['hub.verify_token', token],
    ['hub.challenge', challenge],
  ] as const)
    asked.searchParams.append(name, value);
  try {
    const { status, body } = await world.internet.request({
      method: 'GET',
      url: asked,
      headers: { 'user-agent': 'facebookplatform/1.0 (+http://developers.facebook.com)' },
      deadlineMs: HANDSHAKE_WITHIN_MS,
      maxBytes: 10_000,
    });
    if (status !== 200) return `HTTP Status Code = ${status}; HTTP Message = Not OK`;
    return body.toString('utf8') === challenge ? undefined : 'the response does not match the challenge';
  } catch (error) {
    if (!(error instanceof InternetError)) throw error;
    return error.message;
  }
};
