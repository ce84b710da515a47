import type { ConversationDetail, ConversationView } from '@madoguchi/contracts';
import { Accordion, ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useBackground } from '../api/work.js';
import { runShortcut } from '../keyboard/use-shortcut.js';
import { ChannelIcon } from '../list/channel-icon.js';
import { CustomerAvatar } from '../list/customer-avatar.js';
import { useCustomerName } from '../list/customer-name.js';
import { WhyMe } from '../why/why-me.js';
import { hashOf } from '../route.js';
import { Moment } from '../time/moment.js';
import { codeName } from '../work/wrap-up-codes.js';
import { BackgroundFacts } from './background-facts.js';
import { CopyableFact } from './copyable-fact.js';
import classes from './details-pane.module.css';
import { Fact } from './fact.js';
import { HandOverFacts } from './hand-over-facts.js';
import { languageName } from './language-name.js';

export interface DetailsPaneProps {
  readonly conversation: ConversationDetail;
  readonly view: ConversationView;
  readonly onClose: () => void;
}

export const DetailsPane = ({ conversation, view, onClose }: DetailsPaneProps) => {
  const { t, i18n } = useTranslation();
  const name = useCustomerName()(conversation);
  const { customer, account, queue, owner, earlier, explanation, wrapUp, policy } = conversation;
  const { data: background } = useBackground(conversation.id);
  const handOver = background?.handOvers.at(-1);
  const code = policy?.wrapUp.codes.find((one) => one.code === wrapUp?.code);
  return (
    <div className={classes.pane}>
      <div className={classes.head}>
        <CustomerAvatar conversation={conversation} size={44} />
        <div className={classes.who}>
          <h2 className={classes.name}>{name}</h2>
          <span className={classes.channel}>
            <ChannelIcon channel={conversation.channel} size={14} /> {account.name}
          </span>
        </div>
        <ActionIcon onClick={onClose} aria-label={t('details.close')}>
          <IconX size={18} />
        </ActionIcon>
      </div>
      <Accordion
        multiple
        defaultValue={['customer', 'conversation', 'bot', 'earlier', 'why']}
        classNames={{ control: classes.control, content: classes.content, item: classes.item }}
        order={3}
      >
        <Accordion.Item value="customer">
          <Accordion.Control>{t('details.customer')}</Accordion.Control>
          <Accordion.Panel>
            <dl className={classes.facts}>
              <Fact name={t('details.name')}>{name}</Fact>
              <Fact name={t('details.language')}>
                {customer.language ? languageName(customer.language, i18n.language) : t('details.notKnown')}
              </Fact>
              <Fact name={t('details.channel')}>{t(`channel.${conversation.channel}`)}</Fact>
              <Fact name={t('details.account')}>{account.name}</Fact>
            </dl>
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="conversation">
          <Accordion.Control>{t('details.conversation')}</Accordion.Control>
          <Accordion.Panel>
            <dl className={classes.facts}>
              <Fact name={t('details.state')}>{t(`state.${conversation.status}`)}</Fact>
              <Fact name={t('details.owner')}>{owner?.name ?? t('conv.noOwner')}</Fact>
              {queue && <Fact name={t('details.queue')}>{queue.name}</Fact>}
              <Fact name={t('details.opened')}>
                <Moment at={conversation.openedAt} as="full" />
              </Fact>
              {conversation.waitingSince && conversation.status !== 'closed' && (
                <Fact name={t('details.waiting')}>
                  <Moment at={conversation.waitingSince} as="full" />
                </Fact>
              )}
              {wrapUp?.code && <Fact name={t('wrapUp.title')}>{code ? codeName(code, i18n.language) : wrapUp.code}</Fact>}
              <BackgroundFacts background={background} />
              <Fact name={t('details.number')}>{conversation.threadNumber}</Fact>
            </dl>
          </Accordion.Panel>
        </Accordion.Item>
        {handOver && (
          <Accordion.Item value="bot">
            <Accordion.Control>{t('bot.found')}</Accordion.Control>
            <Accordion.Panel>
              <HandOverFacts handOver={handOver} />
            </Accordion.Panel>
          </Accordion.Item>
        )}
        <Accordion.Item value="earlier">
          <Accordion.Control>{t('details.earlier', { n: earlier.length })}</Accordion.Control>
          <Accordion.Panel>
            {earlier.length === 0 && <p className={classes.none}>{t('details.noEarlier')}</p>}
            <ul className={classes.earlier}>
              {earlier.map((other) => (
                <li key={other.id}>
                  <a href={hashOf({ view, conversationId: other.id })}>{t('details.numbered', { n: other.number })}</a>
                  <Moment at={other.openedAt} as="full" className={classes.when} />
                </li>
              ))}
            </ul>
          </Accordion.Panel>
        </Accordion.Item>
        {explanation && (
          <Accordion.Item value="why">
            <Accordion.Control>{t('why.title')}</Accordion.Control>
            <Accordion.Panel>
              <WhyMe explanation={explanation} />
              <Button size="xs" h={32} mt={8} variant="default" onClick={() => runShortcut('why')}>
                {t('why.all', { count: background?.assignments.length ?? 1 })}
              </Button>
            </Accordion.Panel>
          </Accordion.Item>
        )}
        <Accordion.Item value="technical">
          <Accordion.Control>{t('details.technical')}</Accordion.Control>
          <Accordion.Panel>
            <dl className={classes.facts}>
              <CopyableFact name={t('details.id')} value={conversation.id} />
              <CopyableFact name={t('details.contact')} value={customer.contactId} />
              <Fact name={t('details.version')}>{conversation.version}</Fact>
            </dl>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </div>
  );
};
