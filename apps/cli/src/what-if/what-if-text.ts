import type { AnotherDecision } from '@madoguchi/read-models';
import { count } from '../replay/progress.js';
import type { Choice, Figures, WhatIfReport } from './what-if-report.js';

const SHOWN = 20;

export const whatIfJson = (report: WhatIfReport): string => `${JSON.stringify(report, null, 2)}\n`;

/** For a person at a terminal. @param names of queues, by id */
export const whatIfText = (report: WhatIfReport, names: ReadonlyMap<string, string>): string => {
  const nameOf = (queueId: string) => names.get(queueId) ?? queueId;
  const parts = [
    `${report.from} to ${report.to}: ${count(report.waits)} waits`,
    identityText(report),
    queuesText(report, nameOf),
    agentsText(report),
    elsewhereText(report),
    `Taken for granted:\n${report.assumptions.map((line) => `- ${line}`).join('\n')}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
};

const identityText = ({ identity, waits, before }: WhatIfReport): string => {
  const { decisions, fromLog, fromInputs, claimed, differing, differences, behind } = identity;
  const lines = [
    `Decided again: ${count(fromLog + fromInputs)} of ${count(decisions)} decisions give the same agent (${percent(fromLog + fromInputs, decisions)})`,
    `  ${count(fromLog)} from the log as it was, ${count(fromInputs)} from what the event tells: the router had not read everything yet`,
    `  ${count(claimed)} conversations were chosen by agents themselves`,
    ...some(differences, differing, ({ position, conversationId, agentId, again, why }: AnotherDecision) => [
      `  differs at ${position}: conversation ${conversationId} went to ${agentId}, now to ${again ?? 'nobody'}; ${why}`,
    ]),
    ...some(behind, fromInputs, ({ position, why }) => [`  behind at ${position}: ${why}`]),
    `Played again under the recorded policies, ${count(before.sameAgent)} of ${count(waits)} waits end with the agent who ended them (${percent(before.sameAgent, waits)})`,
  ];
  return lines.join('\n');
};

const some = <Item>(items: readonly Item[], all: number, linesOf: (item: Item) => readonly string[]): readonly string[] => {
  const shown = items.slice(0, SHOWN).flatMap(linesOf);
  return all > SHOWN ? [...shown, `  … and ${count(all - SHOWN)} more; --json has them`] : shown;
};

const columnsOf = ({ recorded, before, after }: WhatIfReport): readonly (readonly [string, Figures])[] => [
  ['recorded', recorded],
  ['played', before],
  ...(after ? [['otherwise', after] as const] : []),
];

const queuesText = (report: WhatIfReport, nameOf: (queueId: string) => string): string => {
  const head = ['queue', '', 'waits', 'taken', 'mean s', 'median s', '90 % s', 'longest s', 'overtaken', 'in time'];
  const rows = report.recorded.queues.flatMap(({ queueId }) =>
    columnsOf(report).map(([column, { queues }], index) => {
      const figures = queues.find((one) => one.queueId === queueId)!;
      const { wait, service } = figures;
      const waits = wait ? [wait.mean, wait.median, wait.p90, wait.longest].map((seconds) => seconds.toFixed(1)) : ['', '', '', ''];
      const inTime = service ? `${percent(service.inTime, service.counted)} in ${service.targetSeconds} s` : '';
      return [
        index === 0 ? nameOf(queueId) : '',
        column,
        count(figures.waits),
        count(figures.taken),
        ...waits,
        count(figures.overtaken),
        inTime,
      ];
    }),
  );
  return table([head, ...rows]);
};

const agentsText = (report: WhatIfReport): string => {
  const columns = columnsOf(report);
  const head = ['agent', 'hours available', ...columns.flatMap(([column]) => [`${column}: taken`, 'mean places'])];
  const rows = (report.after ?? report.recorded).agents.map(({ agentId, availableHours }) => [
    agentId,
    availableHours.toFixed(2),
    ...columns.flatMap(([, { agents }]) => {
      const figures = agents.find((one) => one.agentId === agentId);
      if (!figures) return ['', ''];
      const { conversations, placeHours } = figures;
      return [count(conversations), availableHours > 0 ? (placeHours / availableHours).toFixed(2) : ''];
    }),
  ]);
  return table([head, ...rows]);
};

const elsewhereText = ({ elsewhere, turns, waits }: WhatIfReport): string => {
  if (!turns) return '';
  const lines = some(elsewhere, elsewhere.length, ({ conversationId, recorded, before, after: then }) => [
    `  ${conversationId}: ${choiceText(before)} → ${choiceText(then)} (recorded: ${choiceText(recorded)})`,
  ]);
  const moved = `Their turn comes sooner for ${count(turns.sooner)} and later for ${count(turns.later)} of ${count(waits)} waits`;
  return [moved, `Elsewhere than as played: ${count(elsewhere.length)} of ${count(waits)} waits`, ...lines].join('\n');
};

const choiceText = (choice: Choice | null): string => {
  if (!choice) return 'nobody';
  const ring = choice.ring === undefined ? '' : `, ring ${choice.ring}`;
  return `${choice.agentId} after ${choice.waitedSeconds.toFixed(1)} s${ring}, ${choice.rule}`;
};

const percent = (part: number, whole: number): string => (whole === 0 ? 'none' : `${((part / whole) * 100).toFixed(1)} %`);

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
