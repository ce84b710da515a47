import type { OfferView } from '@madoguchi/contracts';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../announce/announcer.js';
import { useAnswerOffer, useOffers } from '../api/offers.js';
import { wishForFocus } from '../composer/focus-wish.js';
import { useShortcut } from '../keyboard/use-shortcut.js';
import { useCustomerName } from '../list/customer-name.js';
import { notify, notifyProblem } from '../notify.js';
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
  const answered = useRef(new Set<string>());

  const answer = (offer: OfferView | undefined, how: 'accept' | 'decline') => {
    if (!offer || answering.isPending) return;
    answered.current.add(offer.offerId);
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
  useNotice(offers, answered);

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

/** Says what has come, and what went by unanswered. */
const useNotice = (offers: readonly OfferView[], answered: RefObject<ReadonlySet<string>>): void => {
  const { t } = useTranslation();
  const nameOf = useCustomerName();
  const known = useRef(new Map<string, OfferView>());
  useEffect(() => {
    const now = new Map(offers.map((offer) => [offer.offerId, offer]));
    for (const offer of offers) {
      if (known.current.has(offer.offerId)) continue;
      const { conversation } = offer;
      announce(
        t('offer.announce', {
          name: nameOf(conversation),
          channel: t(`channel.${conversation.channel}`),
          queue: conversation.queue?.name ?? '',
        }),
        'assertive',
      );
    }
    for (const [id, offer] of known.current) {
      const lapsed = !now.has(id) && !answered.current.has(id) && Date.parse(offer.expiresAt) <= Date.now() + 1_000;
      if (lapsed) notify(t('offer.missed', { queue: offer.conversation.queue?.name ?? '' }));
    }
    known.current = now;
  }, [offers, answered, t, nameOf]);
};
