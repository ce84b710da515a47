import type { Credentials, SendOutcome, SendRequest } from '@madoguchi/use-cases';
import type { PlatformAnswer } from '../platform-call.js';
import { idIn } from '../platform-json.js';
import { unanswered } from '../unanswered.js';
import { senderOf } from './account.js';
import { callViber, REMEDY_FOR_TOKEN, resultIn, type ViberHosts } from './call.js';
import { fileNameOf } from './file-name.js';
import { viberProblems } from './limits.js';
import { knownFileOf, viberMessagesOf, type ViberSend } from './message.js';
import { refusalOf } from './refusal.js';

/** One attempt. Viber has no key that would tell a repeat from a second message. `now`: Viber counts by the clock hour. */
export const sendToViber = async (
  hosts: ViberHosts,
  request: SendRequest,
  credentials: Credentials,
  now: Date,
  signal: AbortSignal,
): Promise<SendOutcome> => {
  const content = withKnownFile(request);
  const [problem] = viberProblems(content);
  if (problem) return { outcome: 'rejected', ...problem };
  const messages = viberMessagesOf({ content, mediaUrl: request.mediaUrl });
  if (messages.length === 0) return withoutFile({ content, mediaUrl: request.mediaUrl });
  const tokens: string[] = [];
  for (const message of messages) {
    const body: ViberSend = { receiver: request.recipient, sender: senderOf(credentials), ...message };
    const outcome = outcomeOf(await callViber(hosts, 'send_message', credentials, body, signal), credentials, now);
    if (outcome.outcome !== 'accepted') return tokens.length === 0 ? outcome : halfSent(outcome);
    tokens.push(...outcome.providerMessageIds);
  }
  return { outcome: 'accepted', providerMessageIds: tokens };
};

const withKnownFile = ({ content, mediaFile }: SendRequest): SendRequest['content'] =>
  'media' in content && content.media ? ({ ...content, media: knownFileOf(content.media, mediaFile) } as SendRequest['content']) : content;

const withoutFile = ({ content, mediaUrl }: Pick<SendRequest, 'content' | 'mediaUrl'>): SendOutcome => {
  const nameless = (content.type === 'file' || content.type === 'audio') && fileNameOf(content.media) === undefined;
  if (mediaUrl !== undefined && nameless) {
    return {
      outcome: 'rejected',
      code: 'file-name-missing',
      reason: 'Viber tells the kind of a file by the end of its name, and this one has none.',
      remedy: 'Give the file a name with an ending, such as .pdf, and attach it again.',
    };
  }
  return {
    outcome: 'rejected',
    code: 'media-missing',
    reason: 'Viber fetches files from a public https address and wants their size; there is none for this file.',
    remedy: 'Attach it again. If that fails too, tell your administrator to set MADOGUCHI_PUBLIC_URL.',
  };
};

const outcomeOf = (answer: PlatformAnswer<unknown>, credentials: Credentials, now: Date): SendOutcome => {
  if (answer.kind !== 'answered') return unanswered(answer, REMEDY_FOR_TOKEN);
  const result = resultIn(answer);
  if (!result) return refusalOf(answer, credentials, now);
  const token = idIn(result.message_token);
  return { outcome: 'accepted', providerMessageIds: token === undefined ? [] : [token] };
};

/** When the second message fails, neither "sent" nor "failed" is true, and a person has to look. */
const halfSent = (second: Exclude<SendOutcome, { outcome: 'accepted' }>): SendOutcome => ({
  outcome: 'unknown',
  reason: `The first part was sent, but perhaps not what goes below it; send that on its own. ${second.reason}`,
});
