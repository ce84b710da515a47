import type { Answer } from '../calls.js';
import { httpsUrl, isReservedHost } from '../internet.js';
import type { World } from '../world.js';
import { answers } from './answers.js';
import type { ViberCall } from './calls.js';
import { EVENT_TYPES, eventTypesOf, type ViberDelivery } from './delivery.js';

/** @returns whether Viber would go there: https, a name that can be resolved, outside of private networks. */
export const isWebhookUrl = (world: World, address: string): boolean => {
  const url = httpsUrl(address);
  return url !== undefined && !isReservedHost(url.hostname) && world.internet.knows(url.hostname);
};

/** Asks the address first, and takes it only with a 200. An empty address removes the webhook. */
export const setWebhook = async (world: World, { account, body }: ViberCall, delivery: ViberDelivery): Promise<Answer> => {
  const { url, event_types: types, send_name: sendName, send_photo: sendPhoto } = body;
  if (url === '') {
    account.webhook = null;
    world.state.changed();
    return answers.ok({ event_types: [] });
  }
  if (typeof url !== 'string') return answers.refused(4, 'missing parameter: url');
  if (types !== undefined && (!Array.isArray(types) || !types.every((type) => EVENT_TYPES.includes(type as string))))
    return answers.refused(3, 'event_types names something that is no event');
  if ([sendName, sendPhoto].some((flag) => flag !== undefined && typeof flag !== 'boolean'))
    return answers.refused(3, 'send_name and send_photo are true or false');
  if (!isWebhookUrl(world, url)) return answers.refused(1);
  const refused = await delivery.refusedBy(url);
  if (refused !== undefined) return answers.refused(1, refused);
  account.webhook = { url, eventTypes: (types as readonly string[] | undefined) ?? null, sendName: sendName === true };
  world.state.changed();
  return answers.ok({ event_types: eventTypesOf(account.webhook.eventTypes) });
};
