/** The emoji that Telegram takes as a reaction of a bot (Bot API, "ReactionTypeEmoji"). */
// Prettier would give each a line of its own.
// prettier-ignore
export const TELEGRAM_REACTIONS = [
  '👍', '👎', '❤', '🔥', '🥰', '👏', '😁', '🤔', '🤯', '😱', '🤬', '😢', '🎉', '🤩', '🤮', '💩', '🙏', '👌', '🕊', '🤡',
  '🥱', '🥴', '😍', '🐳', '❤‍🔥', '🌚', '🌭', '💯', '🤣', '⚡', '🍌', '🏆', '💔', '🤨', '😐', '🍓', '🍾', '💋', '🖕', '😈',
  '😴', '😭', '🤓', '👻', '👨‍💻', '👀', '🎃', '🙈', '😇', '😨', '🤝', '✍', '🤗', '🫡', '🎅', '🎄', '☃', '💅', '🤪', '🗿',
  '🆒', '💘', '🙉', '🦄', '😘', '💊', '🙊', '😎', '👾', '🤷‍♂', '🤷', '🤷‍♀', '😡',
] as const;

export type TelegramReaction = (typeof TELEGRAM_REACTIONS)[number];

/** Keyboards write some emoji with a sign behind it that asks for colours (U+FE0F); Telegram does without. */
export const reactionOf = (emoji: string): TelegramReaction | undefined => {
  const plain = emoji.replaceAll('\ufe0f', '');
  return TELEGRAM_REACTIONS.find((known) => known === plain);
};
