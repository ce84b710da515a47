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

/** Who took what out of the log, one stream per export; who and when stand in the metadata. */
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
    };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const auditPersonalFields = {
  EventExportStarted: [],
  EventExportEnded: [],
} as const satisfies Record<AuditEvent['type'], readonly string[]>;
