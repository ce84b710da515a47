import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { InvalidCursorError } from '@madoguchi/read-models';
import { ProblemException } from '@madoguchi/service-kit';
import { catchError, type Observable } from 'rxjs';

/** A cursor that is none of ours is a mistake of the caller. */
@Injectable()
export class ProblemsOfBadInput implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        throw error instanceof InvalidCursorError ? new ProblemException(400, 'bad-cursor', error.message) : error;
      }),
    );
  }
}
