import type { ConversationPage, ConversationView } from '@madoguchi/contracts';
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shownViews } from '../api/conversations.js';
import classes from './list-tabs.module.css';

/** The server counts no further. */
const MANY = 1_000;

export interface ListTabsProps {
  readonly counts: ConversationPage['counts'] | undefined;
  readonly view: ConversationView;
}

/** The tabs belong to the panel that `ConversationList` draws, so they stand inside its `Tabs`. */
export const ListTabs = ({ counts, view }: ListTabsProps) => {
  const { t } = useTranslation();
  return (
    <Tabs.List className={classes.tabs} aria-label={t('list.views')}>
      {shownViews(counts, view).map((name) => (
        <Tabs.Tab key={name} value={name} className={classes.tab}>
          {t(`list.view.${name}`)}
          {counts && name !== 'done' && <span className={classes.count}>{counts[name] >= MANY ? '999+' : counts[name]}</span>}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
};
