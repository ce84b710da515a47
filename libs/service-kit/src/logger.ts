import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/**
 * One JSON object a line. What may be secret or personal is never passed in; the names below are the net under that rule.
 * @param destination absent: standard output
 */
export const createLogger = (service: string, destination: DestinationStream = pino.destination(1)): Logger =>
  pino(
    {
      name: service,
      level: process.env.LOG_LEVEL ?? 'info',
      base: { service },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: ['*.password', '*.token', '*.authorization', '*.cookie', '*.credentials', '*.secret', '*.content', '*.text'],
        censor: '[hidden]',
      },
    },
    destination,
  );

/** Nest's own words, through the same logger. Its start-up chatter is left out. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}
  log(message: unknown, context?: string) {
    this.logger.debug({ context }, String(message));
  }
  error(message: unknown, ...rest: unknown[]) {
    this.logger.error({ detail: rest.filter((part) => typeof part === 'string') }, String(message));
  }
  warn(message: unknown, context?: string) {
    this.logger.warn({ context }, String(message));
  }
}
