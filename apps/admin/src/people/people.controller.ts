import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { Needs } from '../needs.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { People } from './people.service.js';
import { AddAgent, AddQueue } from './requests.js';

@Controller('api/v1')
export class PeopleController {
  constructor(@Inject(People) private readonly people: People) {}

  @Get('queues')
  @Needs('queues.view')
  async queues(@Admin() admin: SignedInAdmin) {
    return { items: await this.people.queues(admin) };
  }

  @Post('queues')
  @Needs('queues.change')
  addQueue(@Admin() admin: SignedInAdmin, @Body() request: AddQueue, @IdempotencyKey() key: string) {
    return this.people.addQueue(admin, request, key);
  }

  @Get('agents')
  @Needs('agents.view')
  async agents(@Admin() admin: SignedInAdmin) {
    return { items: await this.people.agents(admin) };
  }

  @Post('agents')
  @Needs('agents.change')
  addAgent(@Admin() admin: SignedInAdmin, @Body() request: AddAgent, @IdempotencyKey() key: string) {
    return this.people.addAgent(admin, request, key);
  }
}
