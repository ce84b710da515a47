import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { auditDecider } from './decider.js';
import type { AuditEvent } from './events.js';

const { given } = specificationOf(auditDecider);
const what = { through: 'API', format: 'csv', personalData: 'sealed', events: { types: ['ReplyQueued'] }, after: '0', upTo: '90' } as const;
const started: AuditEvent = { type: 'EventExportStarted', data: what };
const end = { type: 'EndEventExport', outcome: 'complete', count: 12 } as const;
const ended: AuditEvent = { type: 'EventExportEnded', data: { outcome: 'complete', count: 12 } };

describe('an export of events', () => {
  it('is recorded when it starts and when it has ended, once', () => {
    given()
      .when({ type: 'StartEventExport', ...what })
      .then(started);
    given(started)
      .when({ type: 'StartEventExport', ...what })
      .thenNothing();
    given(started).when(end).then(ended);
    given(started, ended)
      .when({ ...end, outcome: 'broken off' })
      .thenNothing();
  });

  it('that never started cannot end', () => {
    given().when(end).thenRefused('no-such-export');
  });
});

describe('a refusal', () => {
  const refused = { userId: 'u', role: 'agent', permission: 'queues.change', method: 'POST', route: '/api/v1/queues' } as const;

  it('is recorded once', () => {
    const event: AuditEvent = { type: 'AccessRefused', data: refused };
    given()
      .when({ type: 'RecordRefusal', ...refused })
      .then(event);
    given(event)
      .when({ type: 'RecordRefusal', ...refused })
      .thenNothing();
  });
});

it('an export of the audit log is recorded once', () => {
  const event: AuditEvent = { type: 'AuditLogExported', data: { format: 'csv' } };
  given().when({ type: 'RecordAuditExport', format: 'csv' }).then(event);
  given(event).when({ type: 'RecordAuditExport', format: 'csv' }).thenNothing();
});
