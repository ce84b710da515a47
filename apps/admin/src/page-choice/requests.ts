import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** The query with which Facebook sent the browser back, as it stands there. */
export class PageLogInReturn {
  @IsString()
  @MaxLength(200)
  state: string;

  @IsOptional()
  @IsString()
  @MaxLength(4096)
  code?: string;

  /** Where there is no code: `access_denied` when the person cancelled. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  error?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  error_description?: string;
}

export class ChosenPageRequest {
  @IsString()
  @Length(5, 20, { message: 'pageId must be the id of a page in the list' })
  pageId: string;

  /** The person was told that the page is linked elsewhere, and wants it here. */
  @IsOptional()
  @IsBoolean({ message: 'takeOver must be true or false' })
  takeOver?: boolean;
}

export class ChoosePagesRequest {
  @IsArray({ message: 'pages must be a list of what was chosen' })
  @ArrayMinSize(1, { message: 'choose one page at least' })
  @ArrayMaxSize(50, { message: 'at most 50 pages can be connected at once' })
  @ArrayUnique(({ pageId }: ChosenPageRequest) => pageId, { message: 'a page stands twice in the list' })
  @ValidateNested({ each: true })
  @Type(() => ChosenPageRequest)
  pages: ChosenPageRequest[];
}

export class PageSearch {
  /** Part of a page's name, user name or id. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;
}
