import type { CommandAccepted, UploadedMedia } from '@madoguchi/contracts';
import { useMutation } from '@tanstack/react-query';
import { command } from './command.js';
import { request } from './http.js';

const UPLOAD_DEADLINE_MS = 120_000;

/** Puts a file into the desk's store; it is sent only when a reply names it. */
export const upload = (file: File, signal: AbortSignal): Promise<UploadedMedia> => {
  const form = new FormData();
  form.append('file', file, file.name);
  return request('/media', { method: 'POST', form, signal, deadlineMs: UPLOAD_DEADLINE_MS });
};

export const mediaUrl = (mediaId: string): string => `/api/v1/media/${mediaId}`;

/** Asks for a file of the customer once more that could not be fetched. */
export const useFetchAgain = (mediaId: string) =>
  useMutation({ mutationFn: () => command<CommandAccepted>('POST', `/media/${mediaId}/fetch-again`, {}) });
