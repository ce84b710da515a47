import type { ConversationDetail, ReplyContent, TimelineEntry, UploadedMedia } from '@madoguchi/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/http.js';
import { CONVERSATION, TIMELINE } from '../api/keys.js';
import { mediaUrl } from '../api/media.js';
import { addNote, sendReply } from '../api/writing.js';
import { useSignedIn } from '../log-in/signed-in.js';
import { notifyProblem } from '../notify.js';
import type { Mode } from './drafts.js';
import { type Part, partsOf } from './reply-parts.js';
import type { Attachment } from './use-attachments.js';

export interface Writing {
  readonly mode: Mode;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** Made elsewhere than in the field: choices, an approved message. Then `text` and files stay where they are. */
  readonly content?: ReplyContent;
  /** Provider id of the message that is answered. */
  readonly replyTo?: string;
  /** What the agent saw; undefined sends anyway. */
  readonly version: number | undefined;
}

export interface SendEvents {
  /** One part is with the desk, with the files that went with it. */
  readonly onPart: (attachmentIds: readonly string[], entry: TimelineEntry | null) => void;
  readonly onItChanged: () => void;
}

type Reply = Extract<TimelineEntry, { kind: 'reply' }>;

/** Sends part by part, in order; what could not be sent stays with the writer. */
export const useSend = (conversation: ConversationDetail, { onPart, onItChanged }: SendEvents) => {
  const { t } = useTranslation();
  const { user } = useSignedIn();
  const client = useQueryClient();

  const shownAtOnce = (id: string, part: Part, uploads: readonly UploadedMedia[]): Reply => {
    const at = new Date().toISOString();
    const files = uploads.map((file) => ({ ...file, state: 'stored' as const, url: mediaUrl(file.mediaId), reason: null }));
    return {
      id,
      // After everything that the log has.
      order: `\uffff${at}`,
      at,
      kind: 'reply',
      agent: { id: user.agentId ?? '', name: user.name },
      content: shownContent(part.content),
      media: files[0] ?? null,
      files,
      delivery: 'waiting',
      problem: null,
      reactions: [],
    };
  };

  const send = async (writing: Writing): Promise<void> => {
    if (writing.mode === 'note') {
      await addNote(conversation.id, writing.text);
      onPart([], null);
      return;
    }
    const { text, attachments, content, version } = writing;
    const parts = content ? [{ attachmentIds: [], content }] : partsOf(text, attachments, conversation.capabilities);
    for (const [index, part] of parts.entries()) {
      const replyTo = index === 0 ? writing.replyTo : undefined;
      const accepted = await sendReply(conversation.id, { content: part.content, replyTo, version });
      const uploads = attachments.filter(({ id }) => part.attachmentIds.includes(id)).flatMap(({ uploaded }) => uploaded ?? []);
      onPart(part.attachmentIds, accepted.id ? shownAtOnce(accepted.id, part, uploads) : null);
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

/** As the log will show it a moment later. */
const shownContent = (content: ReplyContent): Reply['content'] => {
  const stored = (mediaId: string) => ({ mediaId, source: { kind: 'stored' as const } });
  switch (content.type) {
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return { type: content.type, media: stored(content.mediaId), ...(content.caption ? { caption: content.caption } : {}) };
    case 'email':
      return { type: 'email', subject: content.subject, text: content.text, attachments: (content.mediaIds ?? []).map(stored) };
    default:
      return content;
  }
};
