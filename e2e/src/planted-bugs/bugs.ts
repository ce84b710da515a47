/** A mistake that somebody could make, as a change of built files. Nothing in the product knows of it. */
export interface Bug {
  readonly name: string;
  readonly changes: readonly { readonly file: string; readonly from: string; readonly to: string }[];
  /** The invariants of which at least one has to break. */
  readonly breaks: readonly string[];
}

export const bugs: readonly Bug[] = [
  {
    name: 'answered before it is stored',
    changes: [
      {
        file: 'apps/ingress/dist/webhook-intake.js',
        from: 'await this.publisher.publish(messages.slice(start, start + MAX_BATCH));',
        to: 'void this.publisher.publish(messages.slice(start, start + MAX_BATCH)).catch(() => undefined);',
      },
    ],
    breaks: ['I1'],
  },
  {
    name: 'a delivery that comes again is not recognised',
    changes: [
      {
        file: 'libs/use-cases/dist/receive-inbound.js',
        from: "derivedId('inbound', tenantId, accountId, item.dedupKey)",
        to: "derivedId('inbound', tenantId, accountId, item.dedupKey, Math.random())",
      },
      {
        file: 'libs/conversation/dist/write/receive-customer-message.js',
        from: 'if (conversation.received.has(command.providerMessageId)) return [];',
        to: '',
      },
    ],
    breaks: ['I1', 'I2'],
  },
  {
    name: 'acknowledged before it is in the log',
    changes: [
      {
        file: 'apps/conversation-store/dist/when-a-message-arrives-then-receive-it.js',
        from: 'await this.receive(message);',
        to: 'void this.receive(message).catch(() => undefined);',
      },
    ],
    breaks: ['I1', 'I4'],
  },
  {
    name: 'sent again though nobody knows whether it arrived',
    changes: [
      {
        file: 'libs/use-cases/dist/send-reply.js',
        from: "if (reply.status === 'sending' && !ours && channel.repeatAfterUnknown(",
        to: "if (reply.status === 'never' && !ours && channel.repeatAfterUnknown(",
      },
    ],
    breaks: ['I10'],
  },
  {
    name: 'a message that came late is not flagged',
    changes: [
      {
        file: 'libs/conversation/dist/write/receive-customer-message.js',
        from: 'command.orderKey < reached',
        to: 'command.orderKey === undefined',
      },
    ],
    breaks: ['I4'],
  },
];
