import { SetMetadata } from '@nestjs/common';

export const TAKEN_FILE = 'taken file';

/** The body of a route's request is the bytes of one file. @param mediaType of the request */
export const TakesFile = (mediaType: string) => SetMetadata(TAKEN_FILE, mediaType);
