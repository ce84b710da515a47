import { Controller, Get, Inject, Injectable, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** Throws, or rejects, when the part does not work; the message says what is wrong. */
export type HealthCheck = () => void | Promise<void>;

const CHECK_DEADLINE_MS = 2_000;

/** What a service needs to do its work. Parts register themselves while they start. */
@Injectable()
export class Health {
  private readonly checks = new Map<string, HealthCheck>();

  register(part: string, check: HealthCheck): void {
    this.checks.set(part, check);
  }

  async report(): Promise<{ ready: boolean; parts: Record<string, string> }> {
    const results = await Promise.all(
      [...this.checks].map(async ([part, check]) => {
        try {
          await withDeadline(check());
          return [part, 'ok'] as const;
        } catch (error) {
          return [part, error instanceof Error ? error.message : String(error)] as const;
        }
      }),
    );
    return { ready: results.every(([, state]) => state === 'ok'), parts: Object.fromEntries(results) };
  }
}

const withDeadline = async (work: void | Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CHECK_DEADLINE_MS} ms`)), CHECK_DEADLINE_MS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

@Controller('health')
export class HealthController {
  constructor(@Inject(Health) private readonly health: Health) {}

  /** The process runs. */
  @Get('live')
  live() {
    return { status: 'alive' };
  }

  /** It can do its work: 200, else 503 with the parts that fail. */
  @Get('ready')
  async ready(@Res() reply: FastifyReply) {
    const report = await this.health.report();
    await reply.status(report.ready ? 200 : 503).send(report);
  }
}
