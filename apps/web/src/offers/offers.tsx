import type { OfferView } from '@madoguchi/contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../announce/announcer.js';
import { useAnswerOffer, useOffers } from '../api/offers.js';
import { wishForFocus } from '../composer/focus-wish.js';
import { useShortcut } from '../keyboard/use-shortcut.js';
import { useCustomerName } from '../list/customer-name.js';
import { notifyProblem } from '../notify.js';
import { usePreference } from '../preferences.js';
import { go } from '../route.js';
import { OfferCard } from './offer-card.js';
import { repeatOfferSound } from './offer-sound.js';
import classes from './offers.module.css';

const NONE: readonly OfferView[] = [];

/** What is offered to me now. It is said and heard, and never takes the focus from what is being done. */
export const Offers = () => {
  const { t } = useTranslation();
  const { data: offers = NONE } = useOffers();
  const answering = useAnswerOffer();
  const [sound] = usePreference('sound');

  const answer = (offer: OfferView | undefined, how: 'accept' | 'decline') => {
    if (!offer || answering.isPending) return;
    if (how === 'accept') wishForFocus(offer.conversation.id);
    answering.mutate(
      { offerId: offer.offerId, answer: how },
      {
        onSuccess: () => {
          if (how === 'accept') go({ view: 'my', conversationId: offer.conversation.id });
        },
        onError: (error) => notifyProblem(error, t),
      },
    );
  };
  useShortcut('accept', () => answer(offers[0], 'accept'), offers.length > 0);
  useShortcut('decline', () => answer(offers[0], 'decline'), offers.length > 0);
  useNotice(offers);

  useEffect(() => {
    document.title = offers.length > 0 ? t('offer.tabTitle', { n: offers.length }) : 'Madoguchi';
  }, [offers.length, t]);
  const sounds = sound && offers.length > 0;
  useEffect(() => (sounds ? repeatOfferSound() : undefined), [sounds]);

  if (offers.length === 0) return null;
  return (
    <aside className={classes.offers} aria-label={t('offer.region')}>
      {offers.map((offer, index) => (
        <OfferCard
          key={offer.offerId}
          offer={offer}
          first={index === 0}
          busy={answering.isPending && answering.variables.offerId === offer.offerId}
          onAnswer={(how) => answer(offer, how)}
        />
      ))}
    </aside>
  );
};

/** Says, at once, what has come. */
const useNotice = (offers: readonly OfferView[]): void => {
  const { t } = useTranslation();
  const nameOf = useCustomerName();
  const said = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    for (const { offerId, conversation } of offers) {
      if (said.current.has(offerId)) continue;
      const queue = conversation.queue?.name ?? '';
      announce(t('offer.announce', { name: nameOf(conversation), channel: t(`channel.${conversation.channel}`), queue }), 'assertive');
    }
    said.current = new Set(offers.map((offer) => offer.offerId));
  }, [offers, t, nameOf]);
};
