/** Which events somebody took out of the log. Absent: all of them. */
export interface ExportedEvents {
  readonly stream?: string;
  readonly categories?: readonly string[];
  readonly types?: readonly string[];
  readonly channels?: readonly string[];
  /** ISO 8601: recorded at this time or later. */
  readonly from?: string;
  /** ISO 8601: recorded before. */
  readonly to?: string;
}

/** Who took what out, and who was refused what, one stream for each; who and when stand in the metadata. */
export type AuditEvent =
  /** Recorded before the first event leaves: there is no export without it. */
  | {
      readonly type: 'EventExportStarted';
      readonly data: {
        readonly through: 'API' | 'command line';
        readonly format: string;
        /** `open`: names, texts and whatever else is personal could be read. */
        readonly personalData: 'sealed' | 'open';
        readonly events: ExportedEvents;
        /** The positions between which it reads: behind `after`, up to and with `upTo`. */
        readonly after: string;
        readonly upTo: string;
      };
    }
  /** Missing where the process was killed: then anything up to `upTo` may have left. */
  | {
      readonly type: 'EventExportEnded';
      readonly data: {
        /** `broken off`: who asked went away, or something failed. */
        readonly outcome: 'complete' | 'broken off';
        /** How many left. */
        readonly count: number;
      };
    }
  /** Somebody who is signed in asked for what their role does not allow. Recorded before they are told. */
  | {
      readonly type: 'AccessRefused';
      readonly data: {
        /** Of the log-in; the actor may be the agent that this person is. */
        readonly userId: string;
        /** `admin`, `supervisor`, `agent`, or the id of a role of the tenant. */
        readonly role: string;
        /** What is missing; where it is no matter of the role, the code of the refusal: `not-yours`. */
        readonly permission: string;
        readonly method: string;
        /** As the route is written, `/api/v1/queues/:id`: never what was asked for. */
        readonly route: string;
      };
    }
  /** Recorded before the first line leaves. */
  | {
      readonly type: 'AuditLogExported';
      readonly data: {
        readonly format: string;
        readonly from?: string;
        readonly to?: string;
        readonly person?: string;
        readonly kind?: string;
      };
    };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const auditPersonalFields = {
  EventExportStarted: [],
  EventExportEnded: [],
  AccessRefused: [],
  AuditLogExported: [],
} as const satisfies Record<AuditEvent['type'], readonly string[]>;
