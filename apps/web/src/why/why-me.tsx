import type { OfferView } from '@madoguchi/contracts';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../details/language-name.js';
import { duration } from '../time/dates.js';
import { useAgentName } from './use-agent-name.js';
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
  const nameOf = useAgentName();
  const rule = RULES[explanation.rule];
  return (
    <div className={classes.why}>
      <p className={classes.rule}>
        {t('why.longest', { rule: rule ? t(`why.rule.${rule}`) : explanation.rule, t: duration(explanation.waitedSeconds, i18n.language) })}
      </p>
      {explanation.ring !== undefined && (
        <p className={classes.rule}>{t('why.ring', { ring: explanation.ring, version: explanation.policyVersion ?? 0 })}</p>
      )}
      <Asked explanation={explanation} />
      <ul className={classes.candidates}>
        {explanation.candidates.map(({ agentId, verdict, load, capacity, levels }) => (
          <li key={agentId} className={classes.candidate} data-chosen={verdict === 'chosen' || undefined}>
            <span className={classes.name}>
              {nameOf(agentId)}
              {levels && Object.keys(levels).length > 0 && <span className={classes.levels}>{scores(levels)}</span>}
            </span>
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

const scores = (levels: Readonly<Record<string, number>>): string =>
  Object.entries(levels)
    .map(([skill, level]) => `${skill} ${level}`)
    .join(', ');

/** What the conversation asked for at that moment. */
const Asked = ({ explanation: { asked } }: { readonly explanation: OfferView['explanation'] }) => {
  const { t, i18n } = useTranslation();
  if (!asked) return null;
  const { skills, language, groups, overdue } = asked;
  const lines = [
    Object.keys(skills).length > 0 && t('why.asked.skills', { list: scores(skills) }),
    language && t('why.asked.language', { language: languageName(language, i18n.language) }),
    groups && groups.length > 0 && t('why.asked.groups', { list: groups.join(', ') }),
    overdue && t('why.asked.overdue'),
  ].filter((line) => typeof line === 'string');
  return lines.length === 0 ? null : <p className={classes.rule}>{lines.join(' ')}</p>;
};
