import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

export class ChosenAccount {
  @IsUUID('all', { message: 'id must be the id of an integration account' })
  id: string;

  /** The version that the person saw; left out: change it anyway. */
  @IsOptional()
  @IsInt({ message: 'version must be the version of the account as it was shown' })
  @Min(1)
  version?: number;
}

/** What the mini-card of a channel holds, for several of them at once. What is left out stays. */
export class BulkEdit {
  @IsArray({ message: 'accounts must be a list of what was chosen' })
  @ArrayMinSize(1, { message: 'choose one account at least' })
  @ArrayMaxSize(100, { message: 'at most 100 accounts can be changed at once' })
  @ArrayUnique(({ id }: ChosenAccount) => id, { message: 'an account stands twice in the list' })
  @ValidateNested({ each: true })
  @Type(() => ChosenAccount)
  accounts: ChosenAccount[];

  @IsOptional()
  @IsUUID('all', { message: 'queueId must be the id of a queue' })
  queueId?: string;

  /** In which messages are expected: a BCP 47 tag. */
  @IsOptional()
  @IsString()
  @MaxLength(35)
  language?: string;

  @IsOptional()
  @IsBoolean({ message: 'active must be true or false' })
  active?: boolean;
}
