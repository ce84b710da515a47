import type { Assignment, ConversationDetail } from '@madoguchi/contracts';
import { Drawer, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBackground } from '../api/work.js';
import { Moment } from '../time/moment.js';
import { useAgentName } from './use-agent-name.js';
import classes from './why-drawer.module.css';
import { WhyMe } from './why-me.js';

export interface WhyDrawerProps {
  readonly conversation: Pick<ConversationDetail, 'id'>;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Every assignment of a conversation, newest first: who was looked at, at which rule each fell, and why it was this one. */
export const WhyDrawer = ({ conversation, opened, onClose }: WhyDrawerProps) => {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={480}
      title={t('why.title')}
      closeButtonProps={{ 'aria-label': t('why.close') }}
    >
      <Assignments conversationId={conversation.id} />
    </Drawer>
  );
};

const Assignments = ({ conversationId }: { readonly conversationId: string }) => {
  const { t } = useTranslation();
  const { data, isError } = useBackground(conversationId);
  if (!data) return isError ? <p role="alert">{t('why.failed')}</p> : <Loader size="sm" />;
  if (data.assignments.length === 0) return <p className={classes.none}>{t('why.none')}</p>;
  return (
    <ol className={classes.assignments}>
      {data.assignments.toReversed().map((assignment) => (
        <li key={assignment.id}>
          <OneAssignment assignment={assignment} />
        </li>
      ))}
    </ol>
  );
};

const OneAssignment = ({ assignment: { agentId, at, outcome, explanation } }: { readonly assignment: Assignment }) => {
  const { t } = useTranslation();
  const name = useAgentName()(agentId);
  return (
    <section className={classes.assignment}>
      <h3 className={classes.head} data-outcome={outcome}>
        {t(`why.outcome.${outcome}`, { name })} <Moment at={at} as="full" className={classes.when} />
      </h3>
      {explanation ? <WhyMe explanation={explanation} /> : <p className={classes.none}>{t('why.byHand')}</p>}
    </section>
  );
};
