import { DataSource, type DataSourceOptions } from 'typeorm';

const CONNECT_DEADLINE_MS = 5_000;
/** Pages are read by index, and a projector's batch is one statement per table: what takes longer hangs. */
const QUERY_DEADLINE_MS = 30_000;

export interface DatabaseOptions {
  /** `postgres://…` */
  readonly url: string;
  /** The name under which PostgreSQL shows the connections. */
  readonly service: string;
  readonly entities?: DataSourceOptions['entities'];
  /** At most so many at once. */
  readonly connections: number;
}

/**
 * A service's connections to PostgreSQL. Neither connecting nor a statement waits for ever for a server that has fallen silent.
 *
 * @throws when the server cannot be reached, or not in time
 */
export const openDatabase = ({ url, service, entities = [], connections }: DatabaseOptions): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url,
    entities,
    applicationName: service,
    poolSize: connections,
    connectTimeoutMS: CONNECT_DEADLINE_MS,
    extra: { keepAlive: true, query_timeout: QUERY_DEADLINE_MS },
  }).initialize();
