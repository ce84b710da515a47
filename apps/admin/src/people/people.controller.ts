import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { People } from './people.service.js';
import { AddAgent, AddQueue } from './requests.js';

@Controller('api/v1')
export class PeopleController {
  constructor(@Inject(People) private readonly people: People) {}

  @Get('queues')
  async queues(@Admin() admin: SignedInAdmin) {
    return { items: await this.people.queues(admin) };
  }

  @Post('queues')
  addQueue(@Admin() admin: SignedInAdmin, @Body() request: AddQueue, @IdempotencyKey() key: string) {
    return this.people.addQueue(admin, request, key);
  }

  @Get('agents')
  async agents(@Admin() admin: SignedInAdmin) {
    return { items: await this.people.agents(admin) };
  }

  @Post('agents')
  addAgent(@Admin() admin: SignedInAdmin, @Body() request: AddAgent, @IdempotencyKey() key: string) {
    return this.people.addAgent(admin, request, key);
  }
}
