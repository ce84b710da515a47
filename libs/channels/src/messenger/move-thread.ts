import type { ThreadAction } from '@madoguchi/conversation';
import type { Credentials, ThreadControl, ThreadOutcome } from '@madoguchi/use-cases';
import { unanswered } from '../unanswered.js';
import { callAsPage, graphErrorIn, type MessengerHosts, REMEDY_FOR_TOKEN, resultIn } from './call.js';
import { recipientOf } from './message.js';
import { expectedRoleIn, readReceiverRole } from './receiver-role.js';
import { refusalOf } from './refusal.js';

const PATHS: Readonly<Record<ThreadAction, string>> = {
  take: '{page}/take_thread_control',
  request: '{page}/request_thread_control',
  pass: '{page}/pass_thread_control',
};

/** Meta takes no more. */
const LONGEST_METADATA = 1_000;
const AGAIN_AFTER_MS = 1_000;

/** Not allowed: the app has not the role, or Conversation Routing does not let it. */
const NOT_ALLOWED = new Set([10, 200]);

export const threadControlAtMessenger = (hosts: MessengerHosts): ThreadControl => ({
  move: (request, credentials, signal) => moveThread(hosts, request, credentials, signal),
  expectedRole: expectedRoleIn,
  readRole: (credentials, signal) => readReceiverRole(hosts, credentials, signal),
});

const moveThread = async (
  hosts: MessengerHosts,
  { action, recipient: key, appId, metadata }: Parameters<ThreadControl['move']>[0],
  credentials: Credentials,
  signal: AbortSignal,
): Promise<ThreadOutcome> => {
  const recipient = recipientOf(key);
  if (!recipient || !('id' in recipient))
    return refused('recipient-unreachable', 'This is no id of a person at Messenger.', 'Answer in a conversation that the customer began.');
  const body = {
    recipient,
    ...(action === 'pass' && appId !== undefined ? { target_app_id: appId } : {}),
    ...(metadata === undefined ? {} : { metadata: metadata.slice(0, LONGEST_METADATA) }),
  };
  const answer = await callAsPage(hosts, { method: 'POST', path: PATHS[action], body, signal }, credentials);
  if (resultIn(answer)) {
    return String(resultIn(answer)?.success) === 'true'
      ? { outcome: 'done' }
      : { outcome: 'retry', afterMs: AGAIN_AFTER_MS, reason: 'Meta answered 200, but not that it was done' };
  }
  const outcome = answer.kind === 'answered' ? refusalOf(answer, credentials) : unanswered(answer, REMEDY_FOR_TOKEN);
  switch (outcome.outcome) {
    case 'retry':
      return { outcome: 'retry', afterMs: outcome.afterMs, reason: outcome.reason };
    case 'rejected': {
      const { code, subcode } = answer.kind === 'answered' ? graphErrorIn(answer.body, credentials) : {};
      return subcode === undefined && NOT_ALLOWED.has(code ?? 0)
        ? refused('thread-control-refused', outcome.reason, REMEDY[action])
        : refused(outcome.code, outcome.reason, outcome.remedy);
    }
    case 'unknown':
      return { outcome: 'retry', afterMs: AGAIN_AFTER_MS, reason: outcome.reason };
    case 'accepted':
      return { outcome: 'done' };
  }
};

const refused = (code: string, reason: string, remedy: string): ThreadOutcome => ({ outcome: 'refused', code, reason, remedy });

const ROLES =
  'Page settings > Advanced messaging > Linked apps > Messenger receiver (today: Page settings > Conversation routing > Default application)';

const REMEDY: Readonly<Record<ThreadAction, string>> = {
  take: `Only the primary receiver may take. Say in the account that our app is the secondary one, or make it the primary: ${ROLES}.`,
  request: `Our app must be linked to the page: ${ROLES}.`,
  pass: `The bot's app must be linked to the page, and have the id that the bot has here: ${ROLES}.`,
};
