import type { QueuePolicy } from '@madoguchi/routing';
import { IsInt, IsObject, IsOptional, IsString, Length, Max, Min } from 'class-validator';

const SECONDS = 'offerSeconds must be a whole number from 5 to 900';

export class AddQueue {
  @IsString()
  @Length(1, 100, { message: 'name must have 1 to 100 characters' })
  name: string;

  /** How long an agent may think about an offer, in seconds. */
  @IsInt({ message: SECONDS })
  @Min(5, { message: SECONDS })
  @Max(900, { message: SECONDS })
  offerSeconds: number;

  /** How its conversations find their agents; what is left out is as in a queue without a policy. */
  @IsOptional()
  @IsObject({ message: 'policy must be an object; see GET /api/v1/queues/{id} for what stands in it' })
  policy?: Partial<QueuePolicy>;
}

/** What is left out stays; a policy is given whole, and gets the next version. */
export class ChangeQueueBody {
  @IsOptional()
  @IsString()
  @Length(1, 100, { message: 'name must have 1 to 100 characters' })
  name?: string;

  @IsOptional()
  @IsInt({ message: SECONDS })
  @Min(5, { message: SECONDS })
  @Max(900, { message: SECONDS })
  offerSeconds?: number;

  @IsOptional()
  @IsObject({ message: 'policy must be an object; see GET /api/v1/queues/{id} for what stands in it' })
  policy?: Partial<QueuePolicy>;
}
