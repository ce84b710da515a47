import type { Credentials } from '@madoguchi/use-cases';
import type { Problem } from '../connection-check.js';
import type { PlatformAnswer } from '../platform-call.js';
import { type JsonObject, objectIn } from '../platform-json.js';
import { graphIdOf } from './account.js';
import { impossibleId, REMEDY_FOR_TOKEN } from './call.js';
import { failureOf, graphErrorIn } from './errors.js';

/** A call whose path begins with the number's id. */
export const onNumber = async (
  { phoneNumberId }: Credentials,
  call: (id: string) => Promise<PlatformAnswer<unknown>>,
): Promise<PlatformAnswer<unknown>> => {
  const id = graphIdOf(phoneNumberId);
  return id === undefined ? impossibleId('phone number ID') : call(id);
};

/** A call whose path begins with the business account's id. */
export const onBusinessAccount = async (
  { businessAccountId }: Credentials,
  call: (id: string) => Promise<PlatformAnswer<unknown>>,
): Promise<PlatformAnswer<unknown>> => {
  const id = graphIdOf(businessAccountId);
  return id === undefined ? impossibleId('WhatsApp Business Account ID') : call(id);
};

/** The object of an answer; empty where there is none. */
export const objectOf = (answer: PlatformAnswer<unknown>): JsonObject => (answer.kind === 'answered' && objectIn(answer.body)) || {};

/** @returns nothing when the call succeeded */
export const problemOf = (answer: PlatformAnswer<unknown>, credentials: Credentials, remedy = 'Test again later.'): Problem | undefined => {
  switch (answer.kind) {
    case 'impossible':
      return { reason: answer.reason, remedy: 'Correct it in the integration account.' };
    case 'not sent':
    case 'no answer':
      return { reason: answer.reason, remedy: 'Check that this server may reach WhatsApp (graph.facebook.com), then test again.' };
    case 'answered': {
      if (answer.status === 200 && objectIn(answer.body)) return undefined;
      const error = graphErrorIn(answer.body, credentials);
      const failure = error && failureOf(error);
      const reason = `WhatsApp answered ${answer.status}${error ? ` (${error.number}): ${error.words}` : ''}`;
      if (answer.status === 401 || failure?.code === 'credentials-refused') return { reason, remedy: REMEDY_FOR_TOKEN };
      if (answer.status === 200 || answer.status >= 500) return { reason, remedy: 'Test again later.' };
      return { reason, remedy: failure && failure.code !== 'content-refused' ? failure.remedy : remedy };
    }
  }
};
