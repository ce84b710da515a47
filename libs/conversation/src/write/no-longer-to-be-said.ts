import type { UnsaidCode } from '../standing.js';
import type { Conversation, ReplyState } from '../state.js';

/** Why what was queued is not sent any more; undefined: it still is to be said. */
export const noLongerToBeSaid = (
  { author, epoch }: ReplyState,
  conversation: Conversation,
): { readonly code: UnsaidCode; readonly reason: string; readonly remedy: string } | undefined => {
  const { control, standing } = conversation;
  switch (author) {
    case 'agent':
      return control.holder === 'bot' ? { ...LOST, reason: 'A bot has gone on before this could be sent.' } : undefined;
    case 'bot':
      return control.holder === 'agent' ? { ...LOST, reason: 'An agent has taken over before this could be sent.' } : undefined;
    case 'handed over':
      return standing.open && control.holder !== 'bot' ? undefined : OUT_OF_DATE;
    case 'waiting':
    case 'closed':
      return standing.open && control.epoch === epoch ? undefined : OUT_OF_DATE;
    case 'silence notice':
      return standing.noticed !== undefined && control.epoch === epoch ? undefined : OUT_OF_DATE;
  }
};

/** What was said while its party had control may go out until the other one has it. */
const LOST = { code: 'control-lost', remedy: 'Say it again if it still has to be said.' } as const;

/** Nobody wrote it for this moment: it is of use only as long as it is true. */
const OUT_OF_DATE = {
  code: 'out-of-date',
  reason: 'This automatic text was not true any more when it could be sent.',
  remedy: 'Nothing has to be done: it was not needed any more.',
} as const;
