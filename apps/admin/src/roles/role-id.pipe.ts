import { Injectable, type PipeTransform } from '@nestjs/common';
import { isBuiltInRole } from '@madoguchi/accounts';
import { ProblemException } from '@madoguchi/service-kit';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of a role: a uuid, or the name of one that everybody has. */
@Injectable()
export class RoleIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    const id = value.toLowerCase();
    if (isBuiltInRole(id) || UUID.test(id)) return id;
    throw new ProblemException(400, 'bad-request', 'The id of a role is a uuid, or admin, supervisor or agent.');
  }
}
