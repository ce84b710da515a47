import type { ChatEntry, MediaInChat } from '../control-api.js';

/** A mail as it stands in a mailbox. */
export interface ShownMail {
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly files: readonly MediaInChat[];
}

type Entry = Pick<ChatEntry, 'id' | 'kind' | 'text' | 'subject' | 'media'>;

/** One entry for the mail with its first file, one more for each further file. */
export const entriesOf = ({ messageId, subject, text, files }: ShownMail): readonly Entry[] => {
  const [first, ...others] = files;
  const mail: Entry = {
    id: messageId,
    kind: kindOf(first),
    subject,
    ...(text === '' && first ? {} : { text }),
    ...(first && { media: first }),
  };
  return [mail, ...others.map((media, index): Entry => ({ id: `${messageId} ${index + 2}`, kind: kindOf(media), media }))];
};

const kindOf = (file: MediaInChat | undefined): ChatEntry['kind'] => {
  const [, kind] = /^(image|video|audio)\//.exec(file?.mimeType ?? '') ?? [];
  return file === undefined ? 'text' : ((kind as ChatEntry['kind'] | undefined) ?? 'file');
};
