import type { LiveAgent } from '@madoguchi/contracts';
import { useTranslation } from 'react-i18next';
import { PresenceDot } from '../presence/presence-dot.js';
import { useReasonName } from '../presence/reasons.js';
import { duration } from '../time/dates.js';
import { useNow } from '../time/now.js';
import classes from './wall-board.module.css';

export const AgentsTable = ({ agents }: { readonly agents: readonly LiveAgent[] }) => {
  const { t, i18n } = useTranslation();
  const reasonName = useReasonName();
  const now = useNow();
  return (
    <table className={classes.agents}>
      <caption className={classes.caption}>{t('board.agents')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('details.name')}</th>
          <th scope="col">{t('details.state')}</th>
          <th scope="col">{t('board.since')}</th>
          <th scope="col">{t('board.load')}</th>
          <th scope="col">{t('board.handled')}</th>
        </tr>
      </thead>
      <tbody>
        {agents.map(({ id, name, presence, reason, presenceSince, load, capacity, handledToday }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>
              <span className={classes.presence}>
                <PresenceDot presence={presence} /> {t(`presence.${presence}`)}
                {reason && ` (${reasonName(reason)})`}
              </span>
            </td>
            <td>{duration((now - Date.parse(presenceSince)) / 1_000, i18n.language)}</td>
            <td>{t('presence.load', { load, capacity })}</td>
            <td>{handledToday}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
