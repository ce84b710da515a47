import { createPublicKey } from 'node:crypto';
import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import { type JsonObject, objectIn, textIn } from '../platform-json.js';
import { applicationIdOf } from './account.js';
import { callApplications, problemOf, REMEDY_FOR_APPLICATION, type VonageHosts } from './call.js';
import { privateKeyIn } from './private-key.js';

const REGISTER = 'Register the webhook address of this account at Vonage.';

/** The application as Vonage has it, or the check that says why it cannot be read. */
export const readApplication = async (
  hosts: VonageHosts,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<{ readonly application: JsonObject; readonly milliseconds: number } | { readonly failed: ConnectionCheck }> => {
  const id = applicationIdOf(credentials);
  if (id === undefined) {
    return {
      failed: checked('application', 0, { reason: 'The application ID has a form that none has.', remedy: REMEDY_FOR_APPLICATION }),
    };
  }
  const read = await timed(callApplications(hosts, id, credentials, { signal }));
  const problem = problemOf(
    read.answer,
    credentials,
    'Correct the application ID, or create the application in the dashboard of this API key.',
  );
  if (problem) return { failed: checked('application', read.milliseconds, problem) };
  const body = read.answer.kind === 'answered' ? objectIn(read.answer.body) : undefined;
  return { application: body ?? {}, milliseconds: read.milliseconds };
};

/** Whether the private key is the other half of the application's public key; a wrong one would be refused at every message. */
export const otherKey = ({ keys }: JsonObject, { privateKey = '' }: Credentials): Problem | undefined => {
  const ours = privateKeyIn(privateKey);
  if (!ours) return { reason: 'The private key is missing or is none.', remedy: REMEDY_FOR_APPLICATION };
  const theirs = textIn(objectIn(keys)?.public_key);
  return theirs !== undefined && lettersOf(theirs) === lettersOf(createPublicKey(ours).export({ type: 'spki', format: 'pem' }) as string)
    ? undefined
    : { reason: 'The private key does not belong to the application.', remedy: REMEDY_FOR_APPLICATION };
};

const lettersOf = (pem: string): string => pem.replace(/-----[A-Z ]+-----|\s/g, '');

/** Where the Messages API delivers what comes in, and what becomes of our messages. */
export const otherWebhooks = (application: JsonObject, url: string): Problem | undefined => {
  const { version, webhooks } = messagesOf(application);
  const hooks = objectIn(webhooks) ?? {};
  for (const name of ['inbound_url', 'status_url']) {
    const { address, http_method: method } = objectIn(hooks[name]) ?? {};
    if (textIn(address) === undefined) return { reason: `The application has no ${name} for messages.`, remedy: REGISTER };
    if (address !== url)
      return { reason: `The application delivers to another address (${name}: ${hostOf(String(address))}).`, remedy: REGISTER };
    if (method !== undefined && method !== 'POST')
      return { reason: `The application delivers by ${String(method)} (${name}).`, remedy: REGISTER };
  }
  return version === undefined || version === 'v1'
    ? undefined
    : { reason: `The application writes its webhooks in the old version ${String(version)}.`, remedy: REGISTER };
};

/** The whole application with our address in it: Vonage replaces all of it by what it is sent. */
export const withWebhooks = (application: JsonObject, url: string): JsonObject => {
  const { name, keys, capabilities, privacy } = application;
  const hook = { address: url, http_method: 'POST' };
  const messages = {
    ...messagesOf(application),
    webhooks: { ...objectIn(messagesOf(application).webhooks), inbound_url: hook, status_url: hook },
    version: 'v1',
    authenticate_inbound_media: true,
  };
  const publicKey = textIn(objectIn(keys)?.public_key);
  return {
    name,
    ...(publicKey !== undefined && { keys: { public_key: publicKey } }),
    capabilities: { ...objectIn(capabilities), messages },
    ...(privacy !== undefined && { privacy }),
  };
};

const messagesOf = ({ capabilities }: JsonObject): JsonObject => objectIn(objectIn(capabilities)?.messages) ?? {};

/** The rest of somebody's webhook address may be a secret. */
export const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : 'an unreadable one');
