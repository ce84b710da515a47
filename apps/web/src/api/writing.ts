import type { CommandAccepted, ReplyRequest, ReplyTemplateList, SignRequest, TemplateList } from '@madoguchi/contracts';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { command } from './command.js';
import { request } from './http.js';

/** `version` is no part of the intent: a second try of the same words stays the same reply. */
export const sendReply = (conversationId: string, { content, replyTo, version }: ReplyRequest): Promise<CommandAccepted> =>
  command(
    'POST',
    `/conversations/${conversationId}/replies`,
    { content, replyTo, version },
    `reply ${conversationId} ${version === undefined} ${JSON.stringify([content, replyTo])}`,
  );

export const addNote = (conversationId: string, text: string): Promise<CommandAccepted> =>
  command('POST', `/conversations/${conversationId}/notes`, { text });

export const useResendReply = (conversationId: string) =>
  useMutation({
    mutationFn: (replyId: string) => command<CommandAccepted>('POST', `/conversations/${conversationId}/replies/${replyId}/resend`, {}),
  });

/** `null` takes the reaction back. */
export const react = (conversationId: string, providerMessageId: string, emoji: string | null): Promise<CommandAccepted> =>
  command('POST', `/conversations/${conversationId}/reactions`, { providerMessageId, emoji });

/** What the customer may see meanwhile. It may get lost, and nobody is told. */
export const showSign = (conversationId: string, kind: SignRequest['kind']): void => {
  request(`/conversations/${conversationId}/signs`, { method: 'POST', body: { kind } }).catch(() => undefined);
};

export const useTemplates = (conversationId: string) =>
  useQuery({
    queryKey: ['templates', conversationId],
    queryFn: ({ signal }) => request<TemplateList>(`/conversations/${conversationId}/templates`, { signal, deadlineMs: 20_000 }),
    staleTime: 60_000,
  });

/** What was found before stays until the next is there. */
export const useReplyTemplates = (conversationId: string, search: string) =>
  useQuery({
    queryKey: ['reply templates', conversationId, search],
    queryFn: ({ signal }) =>
      request<ReplyTemplateList>(`/conversations/${conversationId}/reply-templates?${new URLSearchParams({ search })}`, { signal }),
    placeholderData: keepPreviousData,
  });
