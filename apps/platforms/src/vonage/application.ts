import { createPublicKey } from 'node:crypto';
import type { Answer } from '../calls.js';
import { httpsUrl, isReservedHost } from '../internet.js';
import { answers, type WrongField } from './answers.js';
import type { VonageEvent } from './event.js';
import type { VonageAccount } from './state.js';

type Fields = Readonly<Record<string, unknown>>;

export const asObject = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

const WEBHOOKS = ['inbound_url', 'status_url'] as const;

/** Where webhooks of each kind go; empty: nowhere. What comes to a number that is linked to no application is not delivered by one. */
export const addressesOf = (account: VonageAccount): Readonly<Record<VonageEvent['to'], string>> => {
  const { number, moCallbackUrl, drCallbackUrl, application } = account;
  const hooks = asObject(asObject(application.capabilities['messages'])['webhooks']);
  const addressAt = (name: string) => String(asObject(hooks[name])['address'] ?? '');
  return {
    inbound: number.appId === application.id ? addressAt('inbound_url') : '',
    status: addressAt('status_url'),
    message: number.moHttpUrl || moCallbackUrl,
    receipt: drCallbackUrl,
  };
};

/** As the owner sets them in the dashboard, all of them at once. */
export const setAddresses = (account: VonageAccount, url: string): void => {
  const { application, number } = account;
  const hook = { address: url, http_method: 'POST' };
  const messages = { webhooks: { inbound_url: hook, status_url: hook }, version: 'v1', authenticate_inbound_media: true };
  const { messages: _before, ...others } = application.capabilities;
  application.capabilities = url === '' ? others : { ...others, messages };
  number.appId = application.id;
  number.moHttpUrl = url;
  account.moCallbackUrl = url;
  account.drCallbackUrl = url;
};

export const applicationView = ({ application }: VonageAccount): Fields => ({
  id: application.id,
  name: application.name,
  keys: { public_key: application.publicKey },
  capabilities: application.capabilities,
  privacy: application.privacy,
  _links: { self: { href: `/v2/applications/${application.id}` } },
});

/** Replaces all of it: what is left out is gone. Without a key the one before stays. */
export const replaceApplication = (account: VonageAccount, body: Fields): Answer => {
  const { name, keys, capabilities, privacy } = body;
  const publicKey = asObject(keys)['public_key'];
  const wrong: WrongField[] = [
    ...(typeof name === 'string' && name.trim() !== '' ? [] : [{ name: 'name', reason: 'is required' }]),
    ...(publicKey === undefined || isPublicKey(publicKey) ? [] : [{ name: 'keys.public_key', reason: 'is not a public key in PEM' }]),
    ...wrongHooks(asObject(asObject(asObject(capabilities)['messages'])['webhooks'])),
    ...Object.keys(body)
      .filter((key) => !['id', 'name', 'keys', 'capabilities', 'privacy', '_links'].includes(key))
      .map((key) => ({ name: key, reason: 'is not known' })),
  ];
  if (wrong.length > 0) return answers.invalid(wrong);
  Object.assign(account.application, {
    name,
    publicKey: publicKey ?? account.application.publicKey,
    capabilities: asObject(capabilities),
    privacy: privacy ?? { improve_ai: false },
  });
  return answers.ok(applicationView(account));
};

const wrongHooks = (hooks: Fields): readonly WrongField[] =>
  WEBHOOKS.flatMap((name) => {
    if (hooks[name] === undefined) return [];
    const { address, http_method: method } = asObject(hooks[name]);
    const path = `capabilities.messages.webhooks.${name}`;
    return [
      ...(isWebhookAddress(address) ? [] : [{ name: `${path}.address`, reason: 'is not a public https address' }]),
      ...(method === 'POST' ? [] : [{ name: `${path}.http_method`, reason: 'must be POST' }]),
    ];
  });

export const isWebhookAddress = (address: unknown): address is string => {
  const url = typeof address === 'string' ? httpsUrl(address) : undefined;
  return url !== undefined && !isReservedHost(url.hostname);
};

const isPublicKey = (pem: unknown): boolean => {
  try {
    return createPublicKey(String(pem)).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
};
