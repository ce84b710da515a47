import type { BotAnswer, BotEngine } from '@madoguchi/use-cases';
import { playScript } from './play-script.js';

/** A bot without any code: menus, questions, opening hours and hand-overs as data. */
export const builtInBot = (now: () => Date): BotEngine => ({
  kind: 'built-in',

  answer: async (request, { script }, signal) => {
    if (script === null) return noScript;
    if (signal.aborted)
      return {
        outcome: 'failed',
        code: 'deadline',
        reason: 'The deadline had passed before the bot was asked.',
        remedy: 'Give it more time.',
      };
    return playScript(script, request, now());
  },

  test: async ({ script }) => {
    const { reason, remedy } = noScript;
    return [
      script === null ? { check: 'script', ok: false, reason, remedy, milliseconds: 0 } : { check: 'script', ok: true, milliseconds: 0 },
    ];
  },
});

const noScript = {
  outcome: 'failed',
  code: 'no-script',
  reason: 'This bot has no script.',
  remedy: 'Save a script, or archive the bot.',
} as const satisfies BotAnswer;
