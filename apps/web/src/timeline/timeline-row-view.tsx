import type { ConversationDetail, TimelineEntry } from '@madoguchi/contracts';
import { useCustomerName } from '../list/customer-name.js';
import { CustomerBubble } from './customer-bubble.js';
import { useLineOf } from './line-of.js';
import { NoteEntry } from './note-entry.js';
import { ReplyBubble } from './reply-bubble.js';
import { DaySeparator, NewSeparator } from './separators.js';
import { SystemLines } from './system-lines.js';
import type { TimelineRow } from './timeline-rows.js';

export interface TimelineRowViewProps {
  readonly row: TimelineRow;
  readonly conversation: ConversationDetail;
  readonly mine: boolean;
  readonly entryOf: (id: string) => TimelineEntry | null;
}

export const TimelineRowView = ({ row, conversation, mine, entryOf }: TimelineRowViewProps) => {
  switch (row.kind) {
    case 'day':
      return <DaySeparator at={row.at} />;
    case 'new':
      return <NewSeparator />;
    case 'system':
      return <SystemLines entries={row.entries} conversationId={conversation.id} />;
    case 'entry':
      return <Spoken row={row} conversation={conversation} mine={mine} entryOf={entryOf} />;
    default: {
      const unforeseen: never = row;
      return unforeseen;
    }
  }
};

const Spoken = ({
  row: { entry, follows, followed },
  conversation,
  mine,
  entryOf,
}: TimelineRowViewProps & { readonly row: Extract<TimelineRow, { kind: 'entry' }> }) => {
  const name = useCustomerName()(conversation);
  const lineOf = useLineOf();
  switch (entry.kind) {
    case 'customer message': {
      const answered = entry.replyTo ? entryOf(entry.replyTo) : null;
      return (
        <CustomerBubble
          entry={entry}
          follows={follows}
          followed={followed}
          name={name}
          channel={conversation.channel}
          answered={answered && lineOf(answered)}
        />
      );
    }
    case 'reply':
      return <ReplyBubble entry={entry} follows={follows} conversation={conversation} mine={mine} />;
    case 'note':
      return <NoteEntry entry={entry} />;
    default: {
      const unforeseen: never = entry;
      return unforeseen;
    }
  }
};
