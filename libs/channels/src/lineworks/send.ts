import type { Credentials, SendOutcome, SendRequest } from '@madoguchi/use-cases';
import { unanswered } from '../unanswered.js';
import { callLineWorks, type LineWorks, REMEDY_FOR_CREDENTIALS } from './call.js';
import { lineworksProblems } from './limits.js';
import { lineworksContentOf } from './message.js';
import { refusalOf } from './refusal.js';
import { uploadToLineWorks } from './upload.js';

/** A member by id or log-in e-mail, or a room by its id, fit to stand in a path. */
const recipientId = /^(?!\.{1,2}$)[\x21-\x7e]{1,200}$/;

/** An administrator can change this list. */
const BLOCKED_BY_DEFAULT = /\.(bat|cmd|com|cpl|exe|scr|js|vbs|wsf|hta)$/i;

/**
 * One attempt: the file is uploaded first, then the message is sent. LINE WORKS gives a message no id, sends no receipt and knows no key
 * that would tell a repeat from a second message.
 */
export const sendToLineWorks = async (
  platform: LineWorks,
  { content, recipient, toRoom, mediaFile }: SendRequest,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<SendOutcome> => {
  const [problem] = lineworksProblems(content);
  if (problem) return { outcome: 'rejected', ...problem };
  if (!recipientId.test(recipient)) {
    return {
      outcome: 'rejected',
      code: 'recipient-unreachable',
      reason: 'This is no id of a member of LINE WORKS.',
      remedy: 'Answer in a conversation that the member began.',
    };
  }
  const file =
    'media' in content && content.type !== 'sticker' && mediaFile
      ? await uploadToLineWorks(platform, mediaFile, credentials, signal)
      : undefined;
  if (file && 'outcome' in file) return file;
  const message = lineworksContentOf(content, file);
  if (!message) {
    return { outcome: 'rejected', code: 'media-missing', reason: 'The file to be sent is not in the store.', remedy: 'Attach it again.' };
  }
  const path = `{bot}/${toRoom ? 'channels' : 'users'}/${encodeURIComponent(recipient)}/messages`;
  const answer = await callLineWorks(platform, { method: 'POST', path, body: { content: message }, signal }, credentials);
  if (answer.kind !== 'answered') return unanswered(answer, REMEDY_FOR_CREDENTIALS);
  if (answer.status === 201) return { outcome: 'accepted', providerMessageIds: [] };
  return refusalOf(
    answer,
    BLOCKED_BY_DEFAULT.test(mediaFile?.fileName ?? '')
      ? 'LINE WORKS blocks files with this ending unless an administrator allows them (Security > File Security). Send it packed, or as a link.'
      : undefined,
  );
};
