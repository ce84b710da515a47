import type { World } from '../world.js';
import { answers, refuse } from './answers.js';
import type { Method } from './calls.js';
import { reachableChat } from './sending.js';
import { chatOf } from './state.js';

// Prettier would give each a line of its own.
// prettier-ignore
const EMOJI: readonly string[] = [
  '👍', '👎', '❤', '🔥', '🥰', '👏', '😁', '🤔', '🤯', '😱', '🤬', '😢', '🎉', '🤩', '🤮', '💩', '🙏', '👌', '🕊', '🤡',
  '🥱', '🥴', '😍', '🐳', '❤‍🔥', '🌚', '🌭', '💯', '🤣', '⚡', '🍌', '🏆', '💔', '🤨', '😐', '🍓', '🍾', '💋', '🖕', '😈',
  '😴', '😭', '🤓', '👻', '👨‍💻', '👀', '🎃', '🙈', '😇', '😨', '🤝', '✍', '🤗', '🫡', '🎅', '🎄', '☃', '💅', '🤪', '🗿',
  '🆒', '💘', '🙉', '🦄', '😘', '💊', '🙊', '😎', '👾', '🤷‍♂', '🤷', '🤷‍♀', '😡',
];

/** One emoji of the list, or none to take it back: a bot has no more. */
export const setMessageReaction =
  (world: World): Method =>
  ({ account, args }) => {
    const reactions = readReactions(args['reaction']);
    const chat = reachableChat(account, args['chat_id']);
    const id = args['message_id'] ?? '';
    if (!chatOf(account, chat).messages[id]) return refuse('message to react not found');
    world.chats.change('telegram', String(account.botId), chat, id, { reactions });
    return answers.ok(true);
  };

const readReactions = (given: string | undefined): readonly string[] => {
  if (given === undefined || given === '') return [];
  let reactions: unknown;
  try {
    reactions = JSON.parse(given);
  } catch {
    return refuse("can't parse reaction types JSON object");
  }
  if (!Array.isArray(reactions)) return refuse('expected an Array of ReactionType');
  if (reactions.length > 1) return refuse('REACTIONS_TOO_MANY');
  return reactions.map((reaction: { readonly type?: unknown; readonly emoji?: unknown } | null) =>
    reaction?.type === 'emoji' && EMOJI.includes(String(reaction.emoji)) ? String(reaction.emoji) : refuse('REACTION_INVALID'),
  );
};
