import type { OfferView } from '@madoguchi/contracts';
import { Button, Collapse, Kbd, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../details/language-name.js';
import { CustomerAvatar } from '../list/customer-avatar.js';
import { useCustomerName } from '../list/customer-name.js';
import { duration } from '../time/dates.js';
import { useNow } from '../time/now.js';
import classes from './offer-card.module.css';
import { WhyMe } from '../why/why-me.js';

export interface OfferCardProps {
  readonly offer: OfferView;
  /** The one that `y` answers. */
  readonly first: boolean;
  readonly busy: boolean;
  readonly onAnswer: (answer: 'accept' | 'decline') => void;
}

/** An offer, in the upper right: it takes no focus, and its bar says how long it stands. */
export const OfferCard = ({ offer, first, busy, onAnswer }: OfferCardProps) => {
  const { t, i18n } = useTranslation();
  const { conversation } = offer;
  const name = useCustomerName()(conversation);
  const now = useNow('second');
  const [whyOpen, setWhyOpen] = useState(false);
  const left = Math.max(0, (Date.parse(offer.expiresAt) - now) / 1_000);
  const whole = Math.max(1, (Date.parse(offer.expiresAt) - Date.parse(offer.offeredAt)) / 1_000);
  const waitedSince = Date.parse(conversation.waitingSince ?? conversation.openedAt);
  const title = t('offer.title', { queue: conversation.queue?.name ?? t(`channel.${conversation.channel}`) });
  const line = conversation.lastMessage;

  return (
    <section className={classes.card} aria-label={`${title}: ${name}`} data-testid="offer">
      <div
        className={classes.bar}
        role="progressbar"
        aria-label={t('offer.left', { t: duration(left, i18n.language) })}
        aria-valuenow={Math.round(left)}
        aria-valuemin={0}
        aria-valuemax={Math.round(whole)}
      >
        <span className={classes.rest} data-short={left < 10 || undefined} style={{ transform: `scaleX(${Math.min(1, left / whole)})` }} />
      </div>
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <span className={classes.left}>{duration(left, i18n.language)}</span>
      </header>
      <div className={classes.who}>
        <CustomerAvatar conversation={conversation} size={40} />
        <div className={classes.words}>
          <span className={classes.name}>{name}</span>
          <span className={classes.facts}>
            {[
              t(`channel.${conversation.channel}`),
              conversation.customer.language && languageName(conversation.customer.language, i18n.language),
              t('offer.waited', { t: duration((now - waitedSince) / 1_000, i18n.language) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
      </div>
      {line && <p className={classes.line}>{line.line && line.type !== 'unknown' ? line.line : t(`content.${line.type}`)}</p>}
      <div className={classes.buttons}>
        <Button
          size="sm"
          flex={1}
          loading={busy}
          onClick={() => onAnswer('accept')}
          rightSection={
            first && (
              <Kbd size="xs" aria-hidden className={classes.key}>
                {'Y'}
              </Kbd>
            )
          }
        >
          {t('offer.accept')}
        </Button>
        <Button size="sm" variant="default" disabled={busy} onClick={() => onAnswer('decline')}>
          {t('offer.decline')}
        </Button>
      </div>
      <UnstyledButton className={classes.why} aria-expanded={whyOpen} onClick={() => setWhyOpen(!whyOpen)}>
        {t('why.title')}
      </UnstyledButton>
      <Collapse expanded={whyOpen} transitionDuration={0}>
        <WhyMe explanation={offer.explanation} />
      </Collapse>
    </section>
  );
};
