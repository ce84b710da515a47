import { Loader } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/http.js';
import { useConversation } from '../api/conversations.js';
import { ConversationPane, type ConversationPaneProps } from '../conversation/conversation-pane.js';
import { useCustomerName } from '../list/customer-name.js';
import classes from './conversation-place.module.css';

export interface ConversationPlaceProps extends Omit<ConversationPaneProps, 'conversation'> {
  readonly conversationId: string | null;
}

/** The middle of the desk: the chosen conversation, or what to do to see one. */
export const ConversationPlace = ({ conversationId, ...pane }: ConversationPlaceProps) => {
  const { t } = useTranslation();
  const nameOf = useCustomerName();
  const { data: conversation, error } = useConversation(conversationId);
  return (
    <main
      className={classes.place}
      aria-label={conversation ? t('conv.label', { name: nameOf(conversation) }) : t('conv.none')}
      data-pane
      tabIndex={-1}
    >
      {conversation ? (
        <ConversationPane key={conversation.id} conversation={conversation} {...pane} />
      ) : (
        <div className={classes.empty}>
          {conversationId === null && (
            <>
              <IconMessages size={40} stroke={1.3} aria-hidden />
              <h1 className={classes.title}>{t('conv.none')}</h1>
              <p className={classes.hint}>{t('conv.noneHint')}</p>
            </>
          )}
          {conversationId !== null &&
            (error ? (
              <p role="alert">{t(error instanceof ApiProblem && error.isRefusal ? 'conv.missing' : 'conv.failed')}</p>
            ) : (
              <Loader size="sm" />
            ))}
        </div>
      )}
    </main>
  );
};
