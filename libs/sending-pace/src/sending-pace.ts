import type { Rate } from '@madoguchi/contracts';
import type { SendingPace } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';

/**
 * Takes one token: `full_at` moves on by the time that one token needs to come back, and what lies further ahead than a whole
 * bucket has to be waited for.
 */
const TAKE = `
  insert into sending_pace as pace values ($1, $2::timestamptz + make_interval(secs => 1 / $4::float8))
  on conflict (bucket) do update set full_at = greatest(pace.full_at, $2) + make_interval(secs => 1 / $4::float8)
  returning greatest($2, full_at - make_interval(secs => $3::float8 / $4::float8)) turn`;

const HOLD = `
  insert into sending_pace as pace values ($1, $2::timestamptz + make_interval(secs => ($3::float8 - 1) / $4::float8))
  on conflict (bucket) do update set full_at = greatest(pace.full_at, excluded.full_at)`;

/** Buckets that have been full for an hour say nothing any more. */
const TIDY = `delete from sending_pace where full_at < $1::timestamptz - interval '1 hour'`;

/**
 * Token buckets that all senders of one installation share. Kept in PostgreSQL, one statement a token, so that a sender that is
 * killed or started beside others changes nothing.
 */
export class SharedSendingPace implements SendingPace {
  constructor(
    private readonly database: DataSource,
    private readonly now: () => Date,
  ) {}

  async take(bucket: string, { burst, perSecond }: Rate): Promise<Date> {
    const [row] = await this.database.query<{ turn: Date }[]>(TAKE, [bucket, this.now(), burst, perSecond]);
    return (row as { turn: Date }).turn;
  }

  async hold(bucket: string, { burst, perSecond }: Rate, until: Date): Promise<void> {
    await this.database.query(HOLD, [bucket, until, burst, perSecond]);
  }

  /** Drops what says nothing any more. @returns how many */
  async tidy(): Promise<number> {
    const [, dropped] = await this.database.query<[unknown[], number]>(TIDY, [this.now()]);
    return dropped;
  }
}
