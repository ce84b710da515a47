import type { OfferView } from '@madoguchi/contracts';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAgentDirectory } from '../api/agents.js';
import { useSignedIn } from '../log-in/signed-in.js';
import { duration } from '../time/dates.js';
import classes from './why-me.module.css';

/** The rules as `@madoguchi/routing` writes them into the log; one that is not known here is shown as it stands there. */
const RULES: Readonly<Record<string, 'fewest' | 'lastResort' | 'nobody' | 'skills' | 'preferred'>> = {
  'fewest conversations, then longest without a new one': 'fewest',
  'fewest conversations, then longest without a new one; nobody is free who did not have it before': 'lastResort',
  'nobody is free': 'nobody',
  'highest skills, then fewest conversations, then longest without a new one': 'skills',
  'highest skills, then fewest conversations, then longest without a new one; nobody is free who did not have it before': 'lastResort',
  'the agent who had it before or was named': 'preferred',
};

/** Why this agent: everybody who was looked at, with what spoke for or against them. */
export const WhyMe = ({ explanation }: { readonly explanation: OfferView['explanation'] }) => {
  const { t, i18n } = useTranslation();
  const { user } = useSignedIn();
  const { data: agents } = useAgentDirectory();
  const rule = RULES[explanation.rule];
  const nameOf = (id: string) =>
    id === user.agentId ? t('conv.you') : (agents?.find((agent) => agent.id === id)?.name ?? t('why.unnamed', { id: id.slice(0, 8) }));
  return (
    <div className={classes.why}>
      <p className={classes.rule}>
        {t('why.longest', { rule: rule ? t(`why.rule.${rule}`) : explanation.rule, t: duration(explanation.waitedSeconds, i18n.language) })}
      </p>
      {explanation.ring !== undefined && (
        <p className={classes.rule}>{t('why.ring', { ring: explanation.ring, version: explanation.policyVersion ?? 0 })}</p>
      )}
      <ul className={classes.candidates}>
        {explanation.candidates.map(({ agentId, verdict, load, capacity }) => (
          <li key={agentId} className={classes.candidate} data-chosen={verdict === 'chosen' || undefined}>
            <span className={classes.name}>{nameOf(agentId)}</span>
            <span className={classes.load}>{t('why.load', { load, capacity })}</span>
            <span className={classes.verdict}>
              {verdict === 'chosen' && <IconCheck size={13} aria-hidden />} {t(`why.verdict.${verdict}`)}
            </span>
          </li>
        ))}
        {explanation.others?.map(({ verdict, count }) => (
          <li key={verdict} className={classes.candidate}>
            {t('why.more', { n: count, verdict: t(`why.verdict.${verdict}`) })}
          </li>
        ))}
      </ul>
    </div>
  );
};
