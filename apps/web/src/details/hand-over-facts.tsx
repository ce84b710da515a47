import type { ConversationBackground } from '@madoguchi/contracts';
import { useTranslation } from 'react-i18next';
import { Moment } from '../time/moment.js';
import classes from './details-pane.module.css';
import { Fact } from './fact.js';

/** What a bot found out before people went on, in its own words and fields. */
export const HandOverFacts = ({ handOver }: { readonly handOver: ConversationBackground['handOvers'][number] }) => {
  const { t } = useTranslation();
  return (
    <dl className={classes.facts}>
      <Fact name={t('bot.handedOver')}>
        <Moment at={handOver.at} as="full" />
      </Fact>
      {handOver.summary && <Fact name={t('bot.summary')}>{handOver.summary}</Fact>}
      {handOver.fields.map(({ name, value }) => (
        <Fact key={name} name={name}>
          {value}
        </Fact>
      ))}
    </dl>
  );
};
