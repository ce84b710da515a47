import type { CommandAccepted, ReplyRequest } from '@madoguchi/contracts';
import { useMutation } from '@tanstack/react-query';
import { command } from './command.js';

/** `version` is no part of the intent: a second try of the same words stays the same reply. */
export const sendReply = (conversationId: string, { content, version }: ReplyRequest): Promise<CommandAccepted> =>
  command(
    'POST',
    `/conversations/${conversationId}/replies`,
    { content, version },
    `reply ${conversationId} ${version === undefined} ${JSON.stringify(content)}`,
  );

export const addNote = (conversationId: string, text: string): Promise<CommandAccepted> =>
  command('POST', `/conversations/${conversationId}/notes`, { text });

export const useResendReply = (conversationId: string) =>
  useMutation({
    mutationFn: (replyId: string) => command<CommandAccepted>('POST', `/conversations/${conversationId}/replies/${replyId}/resend`, {}),
  });
