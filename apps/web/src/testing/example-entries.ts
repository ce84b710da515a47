import type { TimelineEntry } from '@madoguchi/contracts';

export type Entry<Kind extends TimelineEntry['kind']> = Extract<TimelineEntry, { kind: Kind }>;

export const AIKO = { id: '00000000-0000-4000-8000-0000000000a1', name: 'Aiko Tanaka' };

export const customerMessage = (id: string, at: string, more: Partial<Entry<'customer message'>> = {}): Entry<'customer message'> => ({
  id,
  order: `${at} ${id}`,
  at,
  kind: 'customer message',
  providerMessageId: `platform ${id}`,
  content: { type: 'text', text: `message ${id}` },
  media: null,
  files: [],
  sender: null,
  lateBySeconds: null,
  edits: [],
  unsentAt: null,
  reactions: [],
  ourReaction: null,
  replyTo: null,
  ...more,
});

export const reply = (id: string, at: string, more: Partial<Entry<'reply'>> = {}): Entry<'reply'> => ({
  id,
  order: `${at} ${id}`,
  at,
  kind: 'reply',
  agent: AIKO,
  content: { type: 'text', text: `reply ${id}` },
  media: null,
  files: [],
  delivery: 'accepted',
  problem: null,
  reactions: [],
  ...more,
});

export const note = (id: string, at: string, text = `note ${id}`): Entry<'note'> => ({
  id,
  order: `${at} ${id}`,
  at,
  kind: 'note',
  agent: AIKO,
  text,
});

export const system = (
  id: string,
  at: string,
  what: Entry<'system'>['what'] = 'opened',
  agent: Entry<'system'>['agent'] = null,
  more: Partial<Entry<'system'>> = {},
): Entry<'system'> => ({
  id,
  order: `${at} ${id}`,
  at,
  kind: 'system',
  what,
  agent,
  ...more,
});
