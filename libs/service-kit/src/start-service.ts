import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Background } from './background.js';
import { EnvironmentError } from './environment-error.js';
import { Health, HealthController } from './health.js';
import { createLogger, type Logger, NestLogger } from './logger.js';
import { MetricsController, startDefaultMetrics } from './metrics.js';
import { ProblemFilter, validation } from './problem.js';

export const LOGGER = Symbol('LOGGER');

export interface Service {
  readonly name: string;
  readonly module: Type | DynamicModule;
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** What the start line says the service is connected to: name → address without secrets. */
  readonly connectedTo: Readonly<Record<string, string>>;
  readonly adapter?: FastifyAdapter;
  /** Bodies are left as they are; the service brings its own parsers. */
  readonly rawBodies?: boolean;
  /** Before it listens: transports, plugins, static files. */
  configure?(app: NestFastifyApplication, logger: Logger): void | Promise<void>;
}

const CLOSE_DEADLINE_MS = 15_000;

/**
 * Starts one service: HTTP with health, metrics and problem details, its transports, one line in the log that says
 * where it listens and what it is connected to, and a clean end on SIGTERM and SIGINT.
 *
 * @param prepare reads the environment and connects; what it throws ends the process with one clear line.
 */
export const startService = async (
  name: string,
  prepare: (logger: Logger) => Service | Promise<Service>,
): Promise<NestFastifyApplication> => {
  const logger = createLogger(name);
  try {
    const service = await prepare(logger);
    startDefaultMetrics(name);
    const app = await createApplication(service, logger);
    endOnSignals(app, logger);
    await app.startAllMicroservices();
    await app.listen(service.port, service.host);
    logger.info({ listening: await app.getUrl(), connectedTo: service.connectedTo }, `${name} listens on ${await app.getUrl()}`);
    return app;
  } catch (error) {
    if (error instanceof EnvironmentError) {
      logger.fatal(`${name} cannot start: ${error.message}`);
    } else {
      logger.fatal({ err: error }, `${name} cannot start: ${error instanceof Error ? error.message : String(error)}`);
    }
    process.exit(78);
  }
};

/** The application as it runs, not listening yet: for specs over a real port. */
export const createApplication = async (
  service: Pick<Service, 'module' | 'adapter' | 'rawBodies' | 'configure'>,
  logger: Logger,
): Promise<NestFastifyApplication> => {
  const app = await NestFactory.create<NestFastifyApplication>(rootModule(service, logger), service.adapter ?? new FastifyAdapter(), {
    logger: new NestLogger(logger),
    bufferLogs: false,
    abortOnError: false,
    bodyParser: !service.rawBodies,
  });
  app.useGlobalFilters(new ProblemFilter(logger));
  app.useGlobalPipes(validation());
  await service.configure?.(app, logger);
  return app;
};

const rootModule = (service: Pick<Service, 'module'>, logger: Logger): DynamicModule => {
  @Module({})
  class KitModule {}
  const kit: DynamicModule = {
    module: KitModule,
    global: true,
    controllers: [HealthController, MetricsController],
    providers: [Health, { provide: LOGGER, useValue: logger }, { provide: Background, useFactory: () => new Background(logger) }],
    exports: [Health, LOGGER, Background],
  };
  @Module({ imports: [kit, service.module] })
  class RootModule {}
  return { module: RootModule };
};

/** A supervised service also ends when its supervisor is gone, which closes the service's standard input. */
const endOnSignals = (app: NestFastifyApplication, logger: Logger): void => {
  let ending = false;
  const end = async (why: string) => {
    if (ending) return;
    ending = true;
    logger.info(`ending: ${why}`);
    setTimeout(() => {
      logger.error('did not end in time');
      process.exit(1);
    }, CLOSE_DEADLINE_MS).unref();
    try {
      await app.close();
      process.exit(0);
    } catch (error) {
      logger.error({ err: error }, 'did not end cleanly');
      process.exit(1);
    }
  };
  process.once('SIGTERM', () => void end('SIGTERM'));
  process.once('SIGINT', () => void end('SIGINT'));
  if (process.env.MADOGUCHI_SUPERVISED) process.stdin.resume().once('end', () => void end('the supervisor is gone'));
};
