import type { ConversationView } from '@madoguchi/contracts';
import { IconInbox } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMyself } from '../api/agents.js';
import { useSignedIn } from '../log-in/signed-in.js';
import classes from './empty-list.module.css';

/** Says why nothing is here, and, to an agent who is away, what would change that. */
export const EmptyList = ({ view }: { readonly view: ConversationView }) => {
  const { t } = useTranslation();
  const { user } = useSignedIn();
  const { data: me } = useMyself(user.agentId);
  return (
    <div className={classes.empty}>
      <IconInbox size={32} stroke={1.4} aria-hidden />
      <p>{t(`list.empty.${view}`)}</p>
      {view === 'my' && me && (
        <p className={classes.hint}>{t(me.presence === 'available' ? 'list.emptyHint.available' : 'list.emptyHint.notAvailable')}</p>
      )}
    </div>
  );
};
