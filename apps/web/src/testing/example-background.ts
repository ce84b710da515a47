import type { ConversationBackground } from '@madoguchi/contracts';
import { AIKO } from './example-entries.js';
import { ago, BOB, BOT, uuid } from './example-rows.js';

/** Why Aiko was asked, and how the customer came to her. */

export const explanation = {
  rule: 'fewest conversations, then longest without a new one',
  waitedSeconds: 74,
  ring: 2,
  policyVersion: 4,
  asked: { skills: { repair: 3 }, language: 'ja', weight: 100, order: 'fewest conversations' },
  candidates: [
    { agentId: AIKO.id, verdict: 'chosen', load: 3, capacity: 5, levels: { repair: 4 } },
    { agentId: BOB.id, verdict: 'at capacity', load: 4, capacity: 4 },
    { agentId: uuid(803), verdict: 'not available', load: 0, capacity: 3 },
  ],
} as const;

export const background: ConversationBackground = {
  origin: { kind: 'chat code', reference: 'shop window' },
  consent: {
    at: ago(1_500),
    wording: 'メッセージの受信に同意します。',
    businessName: 'Umeda Bicycles',
    language: 'ja',
    reference: 'shop window',
  },
  handOvers: [
    {
      at: ago(1_240),
      botId: BOT.id,
      reason: 'customer asked',
      summary: '梅田店で購入',
      fields: [{ name: 'frame number', value: 'UB-54-0172' }],
    },
  ],
  assignments: [
    { id: uuid(81), at: ago(1_499), agentId: BOB.id, outcome: 'lapsed', explanation },
    { id: uuid(82), at: ago(1_498), agentId: AIKO.id, outcome: 'accepted', explanation },
  ],
};
