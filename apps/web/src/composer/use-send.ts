import type { ConversationDetail, ReplyRequest, TimelineEntry } from '@madoguchi/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/http.js';
import { CONVERSATION, TIMELINE } from '../api/keys.js';
import { mediaUrl } from '../api/media.js';
import { addNote, sendReply } from '../api/writing.js';
import { useSignedIn } from '../log-in/signed-in.js';
import { notifyProblem } from '../notify.js';
import type { Attachment } from './use-attachments.js';
import type { Mode } from './drafts.js';

export interface Writing {
  readonly mode: Mode;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** What the agent saw; undefined sends anyway. */
  readonly version: number | undefined;
}

export interface SendEvents {
  /** One part is with the desk: `attachmentId` of a picture, null of the text. */
  readonly onPart: (attachmentId: string | null, entry: TimelineEntry | null) => void;
  readonly onItChanged: () => void;
}

interface Part {
  readonly attachmentId: string | null;
  readonly content: ReplyRequest['content'];
}

/** Pictures first; the text goes with the first of them as its caption. */
const partsOf = ({ text, attachments }: Writing): readonly Part[] => {
  if (attachments.length === 0) return [{ attachmentId: null, content: { type: 'text', text } }];
  return attachments.map(({ id, uploaded }, index) => ({
    attachmentId: id,
    content: { type: 'image', mediaId: uploaded!.mediaId, ...(index === 0 && text ? { caption: text } : {}) },
  }));
};

/** Sends part by part, in order; what could not be sent stays with the writer. */
export const useSend = (conversation: ConversationDetail, { onPart, onItChanged }: SendEvents) => {
  const { t } = useTranslation();
  const { user } = useSignedIn();
  const client = useQueryClient();

  const shownAtOnce = (id: string, part: Part, attachment: Attachment | undefined): TimelineEntry => {
    const at = new Date().toISOString();
    const media = attachment?.uploaded;
    return {
      id,
      // After everything that the log has.
      order: `\uffff${at}`,
      at,
      kind: 'reply',
      agent: { id: user.agentId ?? '', name: user.name },
      content:
        part.content.type === 'text'
          ? part.content
          : {
              type: 'image',
              media: { mediaId: part.content.mediaId, source: { kind: 'stored' } },
              ...(part.content.caption ? { caption: part.content.caption } : {}),
            },
      media: media ? { ...media, state: 'stored', url: mediaUrl(media.mediaId), reason: null } : null,
      delivery: 'waiting',
      problem: null,
      reactions: [],
    };
  };

  const send = async (writing: Writing): Promise<void> => {
    if (writing.mode === 'note') {
      await addNote(conversation.id, writing.text);
      onPart(null, null);
      return;
    }
    for (const part of partsOf(writing)) {
      const accepted = await sendReply(conversation.id, { content: part.content, version: writing.version });
      const attachment = writing.attachments.find(({ id }) => id === part.attachmentId);
      onPart(part.attachmentId, accepted.id ? shownAtOnce(accepted.id, part, attachment) : null);
    }
  };

  return useMutation({
    mutationFn: send,
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'it-changed') {
        void client.invalidateQueries({ queryKey: TIMELINE(conversation.id) });
        void client.invalidateQueries({ queryKey: CONVERSATION(conversation.id) });
        onItChanged();
      } else notifyProblem(error, t);
    },
  });
};
