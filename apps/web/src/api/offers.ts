import type { CommandAccepted, OfferList } from '@madoguchi/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { command } from './command.js';
import { request } from './http.js';
import { LISTS, OFFERS } from './keys.js';

export const useOffers = () =>
  useQuery({ queryKey: OFFERS, queryFn: ({ signal }) => request<OfferList>('/offers', { signal }), select: (list) => list.items });

export interface OfferAnswer {
  readonly offerId: string;
  readonly answer: 'accept' | 'decline';
}

/** An answered offer leaves the page at once; what became of it comes live. */
export const useAnswerOffer = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ offerId, answer }: OfferAnswer) => command<CommandAccepted>('POST', `/offers/${offerId}/${answer}`, {}),
    onSuccess: (_accepted, { offerId }) => {
      client.setQueryData<OfferList>(OFFERS, (list) => list && { ...list, items: list.items.filter((offer) => offer.offerId !== offerId) });
      void client.invalidateQueries({ queryKey: LISTS });
    },
    onError: () => void client.invalidateQueries({ queryKey: OFFERS }),
  });
};
