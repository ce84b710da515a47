import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../examples/order-bot/order-bot.mjs', import.meta.url));

export interface OrderBot {
  /** Where it listens. */
  readonly endpoint: string;
  readonly secret: string;
  stop(): Promise<void>;
}

/** The example of a bot behind the webhook, as a process of its own. */
export const startOrderBot = async (): Promise<OrderBot> => {
  const secret = 'the secret of the order bot';
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, NODE_OPTIONS: '', BOT_SECRET: secret },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const [endpoint] = /http:\S+/.exec(said.toString()) ?? [];
  if (!endpoint) throw new Error(`The order bot does not listen: ${said.toString()}`);
  return {
    endpoint,
    secret,
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
};
