import { checkedTime, type Timed } from '../../moment.js';
import type { IntegrationAccountEvent, SubscribedField } from '../events.js';

/** The platform's own list, read back: never assumed. */
export interface RecordSubscription extends Timed {
  readonly type: 'RecordSubscription';
  readonly fields: readonly SubscribedField[];
}

export const recordSubscription = ({ fields, at }: RecordSubscription): readonly IntegrationAccountEvent[] => [
  {
    type: 'SubscriptionRead',
    data: {
      fields: fields.map(({ field, needed, subscribed }) => ({ field, needed, subscribed })),
      readAt: checkedTime(at).toISOString(),
    },
  },
];
