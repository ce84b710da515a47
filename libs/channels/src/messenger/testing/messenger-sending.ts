import type { Script } from '@madoguchi/use-cases/testing';
import { deadline, platformThatAnswers } from '../../testing/scripted.js';
import { messengerChannel } from '../index.js';
import { graphError, messengerCredentials, messengerSetup } from './messenger-setup.js';

const { request, accepted } = messengerSetup.sending;
const uploaded = { status: 200, body: '{"attachment_id":"1857777774821032"}' };

/** What the example request bears as metadata. */
export const metadata = 'madoguchi:6f9619ff8b86d011b42d00c04fc964ff';

/** Several answers to `/messages` come one after the other, the last one again and again. */
export const sent = async (more: Partial<typeof request>, answers: readonly Script[] = [accepted], upload: Script = uploaded) => {
  const platform = await platformThatAnswers({});
  let calls = 0;
  platform.script(({ path }) =>
    path.includes('/message_attachments') ? upload : (answers[Math.min(calls++, answers.length - 1)] as Script),
  );
  const outcome = await messengerChannel({ api: platform.url }).send({ ...request, ...more }, messengerCredentials, deadline());
  const messages = platform.requests.filter(({ path }) => path.includes('/messages'));
  return { outcome, requests: platform.requests, bodies: messages.map(({ body }) => JSON.parse(body.toString()) as object) };
};

export const refusedBy = (code: number, subcode?: number): Script => ({ status: 400, body: graphError(code, subcode) });
