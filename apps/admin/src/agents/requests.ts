import { applyDecorators } from '@nestjs/common';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';

const CAPACITY = 'capacity must be a whole number from 1 to 25';
const QUEUES = 'queueIds must be a list of ids of queues; see GET /api/v1/queues';

const Capacity = () => applyDecorators(IsInt({ message: CAPACITY }), Min(1, { message: CAPACITY }), Max(25, { message: CAPACITY }));

const QueueIds = () => applyDecorators(IsArray({ message: QUEUES }), ArrayMaxSize(200), IsUUID('all', { each: true, message: QUEUES }));

/** What an agent can do, and when. What is left out stays, or is empty in a new agent. */
export class AgentProfileBody {
  /** Skill → level, 0-5. */
  @IsOptional()
  @IsObject({ message: 'skills must name levels from 0 to 5, such as {"billing": 3}' })
  skills?: Record<string, number>;

  /** Language → level, 0-5. */
  @IsOptional()
  @IsObject({ message: 'languages must name levels from 0 to 5, such as {"ja": 5, "en": 3}' })
  languages?: Record<string, number>;

  @IsOptional()
  @IsArray({ message: 'groups must be a list of words' })
  @ArrayMaxSize(50)
  @IsString({ each: true })
  groups?: string[];

  /** Channel → hundredths of a place that one of its conversations takes, instead of what the queue says. */
  @IsOptional()
  @IsObject({ message: 'weights must name hundredths of a place by channel, such as {"email": 50}' })
  weights?: Record<string, number>;

  /** The id of business hours, outside of which nothing is offered; null: at any time. */
  @ValidateIf((body: AgentProfileBody) => body.workingHoursId !== null && body.workingHoursId !== undefined)
  @IsUUID('all', { message: 'workingHoursId must be the id of business hours, or null' })
  workingHoursId?: string | null;
}

export class AddAgent extends AgentProfileBody {
  @IsString()
  @Length(1, 100, { message: 'name must have 1 to 100 characters' })
  name: string;

  @IsEmail({ require_tld: false }, { message: 'email must look like name@example.com' })
  email: string;

  @IsString()
  @Length(10, 200, { message: 'password must have 10 to 200 characters' })
  password: string;

  /** Conversations at once. */
  @Capacity()
  capacity: number;

  @QueueIds()
  queueIds: string[];
}

export class ArchiveAgentQuery {
  /** `return`: conversations in hand go back to their queues; left out: refused while there are any. */
  @IsOptional()
  @IsIn(['return'], { message: 'workInHand must be return, or left out' })
  workInHand?: 'return';
}

export class ChangeAgentBody extends AgentProfileBody {
  @IsOptional()
  @IsString()
  @Length(1, 100, { message: 'name must have 1 to 100 characters' })
  name?: string;

  @IsOptional()
  @Capacity()
  capacity?: number;

  @IsOptional()
  @QueueIds()
  queueIds?: string[];
}
