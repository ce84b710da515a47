import { ArrayMaxSize, IsArray, IsEmail, IsInt, IsString, IsUUID, Length, Max, Min } from 'class-validator';

export class AddQueue {
  @IsString()
  @Length(1, 100)
  name: string;

  /** How long an agent may think about an offer, in seconds. */
  @IsInt()
  @Min(5)
  @Max(900)
  offerSeconds: number;
}

export class AddAgent {
  @IsString()
  @Length(1, 100)
  name: string;

  @IsEmail({ require_tld: false })
  email: string;

  @IsString()
  @Length(10, 200)
  password: string;

  /** Conversations at once. */
  @IsInt()
  @Min(1)
  @Max(25)
  capacity: number;

  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID('all', { each: true })
  queueIds: string[];
}
