import { html, type TemplateResult } from 'lit';
import type { Majority } from '../model/api';
import { fromFiles } from '../model/asking';
import { brief, day, effective, given } from '../model/moments';
import type { Scene } from '../model/scene';
import { CALLED, REPORTED, RUNGS } from '../model/stages';
import { list, number, say } from '../words/words';
import { nameOf, sentence } from './marks';
import { countedAt, lacking, majorityOf, standingNow, totalAt } from './reading';

/** One meaning of official: since when it holds and for whom, or what it waits for. */
export interface Meaning {
  ms: number;
  met: boolean;
  text: string;
  /** Whose it is; several where one moment gave it to several. */
  who: string;
  when: string;
  /** What stood beside it then: votes counted, what was implied, how many acted on it. */
  beside: string | TemplateResult;
  figure?: string;
  go?: number;
}

const DUE: Record<string, string> = {
  voted: 'CAL.MEET',
  ascertained: 'CAL.MEET',
  counted: 'CAL.COUNT',
  'in-office': 'CAL.TERM',
};

/** As the record names the country of its own officials. */
const HOME = 'United States';

/** Every meaning with its moment, those that came true first and in order of time. */
export function meanings(scene: Scene): Meaning[] {
  const rows = [
    ...chosen(scene),
    ...newsrooms(scene),
    ...stages(scene),
    ...harbor(scene),
    ...challenges(scene),
    ...recognised(scene),
  ];
  return rows.sort((a, b) => Number(b.met) - Number(a.met) || a.ms - b.ms);
}

/** Who is chosen by a chamber of Congress, where the electors gave nobody a majority. */
function chosen(scene: Scene): Meaning[] {
  const outcome = scene.standing?.outcome.president;
  const ballot = scene.story!.marks.findLast((m) => m.kind === 'contingent' && m.ms <= scene.ms);
  if (!ballot || outcome?.verdict !== 'determined' || (outcome.by !== 'house' && outcome.by !== 'senate')) return [];
  const text = say('means.chosen', { by: say(`chamber.${outcome.by}`) });
  const who = nameOf(scene, outcome.candidate);
  const { ms, at, about } = ballot;
  const when = at ? given(at, about) : brief(ms);
  return [{ ms, go: ms, met: true, figure: 'president', text, who, when, beside: '' }];
}

/** When the first newsroom called the election and when the last of the record had, each by its own call of it. */
function newsrooms(scene: Scene): Meaning[] {
  const calls = nationalCalls(scene);
  const known = scene.meta!.callers;
  const [first] = calls;
  if (calls.length < 2) return [];
  const row = (call: NationalCall, text: string): Meaning => ({
    ms: call.ms,
    go: call.ms,
    met: true,
    text,
    who: nameOf(scene, call.candidate),
    when: given(call.at, call.about),
    beside: '',
  });
  const rows = [row(first, say('means.first', { caller: first.caller }))];
  const all = calls.length === known.length && calls.every((c) => c.candidate === first.candidate);
  if (all) rows.push(row(calls.at(-1)!, say('means.all', { n: known.length })));
  return rows;
}

export interface NationalCall {
  caller: string;
  candidate: string;
  ms: number;
  at: string;
  about?: boolean;
}

/** The newsrooms' calls of the whole election up to the moment, in order of time. */
export function nationalCalls(scene: Scene): NationalCall[] {
  const called = standingNow(scene)?.ladder.find((r) => r.stage === RUNGS[CALLED])?.presidency;
  const calls = called
    ? Object.entries(called).map(([caller, { for: candidate, since: at }]) => ({ caller, candidate, at }))
    : callsTold(scene);
  return calls.map((call) => ({ ...call, ms: effective(call.at) })).sort((a, b) => a.ms - b.ms);
}

/** The same as the story tells them, while the standing of the moment is on its way. */
function callsTold(scene: Scene): Omit<NationalCall, 'ms'>[] {
  const calls = new Map<string, Omit<NationalCall, 'ms'>>();
  for (const { kind, ms, caller, candidate, unit, at, about } of scene.story!.marks)
    if (kind === 'call' && caller && candidate && ms <= scene.ms && (!unit || unit === 'US'))
      calls.set(caller, { caller, candidate, at: at ?? new Date(ms).toISOString(), about });
  return [...calls.values()];
}

function stages(scene: Scene): Meaning[] {
  const caller = scene.meta!.caller ?? scene.meta!.callers[0]?.name ?? '';
  const blanks = { majority: majorityOf(scene), caller };
  return [...RUNGS, 'in-office'].map((stage) => {
    const rung = RUNGS.indexOf(stage as (typeof RUNGS)[number]);
    const text =
      stage === 'called' && !caller ? sentence(say('stage.called')).replace('.', '') : say(`means.${stage}`, blanks);
    const turns = scene.story!.majorities.filter((m) => m.stage === stage);
    const standing = turns.filter((m) => m.sinceMs <= scene.ms && (m.untilMs === undefined || m.untilMs > scene.ms));
    return standing.length ? met(scene, stage, text, standing) : open(scene, stage, rung, text, turns);
  });
}

function met(scene: Scene, stage: string, text: string, turns: Majority[]): Meaning {
  const turn = turns[turns.length - 1];
  const { sinceMs: ms, candidate, implied, since, about } = turn;
  const people = turns.filter((m) => m.sinceMs === ms).map((m) => nameOf(scene, m.candidate));
  const who = people.length > 1 ? say('both', { people: list(people) }) : nameOf(scene, candidate);
  const when = given(implied ? since.slice(since.indexOf('/') + 1) : since, about);
  const beside = stage === RUNGS[REPORTED] ? votesBy(scene, ms) : implied ? say('implied') : '';
  const figure = fromFiles && stage === 'in-office' ? undefined : `${stage}(${candidate})`;
  return { ms, go: ms, met: true, text, who, when, beside, figure };
}

function open(scene: Scene, stage: string, rung: number, text: string, turns: Majority[]): Meaning {
  const due = scene.standing?.deadlines.find((d) => DUE[stage] && d.rule.startsWith(DUE[stage]));
  const later = turns.find((m) => m.sinceMs > scene.ms);
  const ms = due ? effective(due.due) : later && !scene.live ? later.sinceMs : Infinity;
  // Once the result is declared, nobody can pass the line any more.
  const over = scene.story!.declared.some((d) => d.ms <= scene.ms);
  const figures = rung >= REPORTED && scene.telling!.rung(scene.telling!.at(scene.ms), rung).some((n) => n > 0);
  const without = lacking(scene, rung) && (rung === CALLED || !figures);
  const none = rung >= REPORTED && (without || (rung === CALLED && !called(scene)));
  const when = none
    ? say('notInRecord')
    : due && ms > scene.ms
      ? say('due', { day: day(ms) })
      : over
        ? say('nobody')
        : say(stage === 'declared' ? 'afterCount' : 'notYet');
  return { ms: none ? Infinity : ms, met: false, text, who: '', when, beside: '' };
}

const called = (scene: Scene) => scene.meta!.callers.length > 0;

function harbor(scene: Scene): Meaning[] {
  const safe = scene.standing?.deadlines.find((d) => d.rule.startsWith('CAL.SAFE'));
  if (!safe) return [];
  const ms = effective(safe.due);
  const past = ms <= scene.ms;
  const now = standingNow(scene)?.deadlines.find((d) => d.rule === safe.rule);
  const figures = now && { met: now.met.length, missed: now.missed.length, unknown: now.unknown.length };
  const beside = past ? (figures ? say('means.safe.by', figures) : '') : say('means.safe.what');
  const when = past ? given(safe.due) : say('due', { day: day(ms) });
  return [{ ms, met: past, go: past ? ms : undefined, text: say('means.safe'), who: '', when, beside }];
}

function challenges(scene: Scene): Meaning[] {
  const all = standingNow(scene)?.challenges;
  if (!all?.length) return [];
  const open = all.filter((c) => c.open).length;
  const last = Math.max(...all.flatMap((c) => c.rulings.map((r) => effective(r.at))));
  const filed = say('means.filed', { n: all.length });
  return [
    {
      ms: open ? scene.ms + 1 : last,
      met: !open,
      text: say('means.challenges'),
      who: '',
      when: open ? say('means.open', { n: open }) : brief(last),
      beside: html`<a class="under" href="/${scene.election}/challenges">${filed}</a>`,
    },
  ];
}

/** Officials of the United States who on the strength of a result recognised somebody as elected, the first of each. */
function recognised(scene: Scene): Meaning[] {
  const said = (standingNow(scene)?.acknowledgements ?? []).filter(
    ({ stance, country, toward }) => stance === 'recognises' && country === HOME && toward !== 'none',
  );
  return said.map(({ at, actor, toward }) => {
    const ms = effective(at);
    const text = say('means.recognised', { actor });
    return { ms, go: ms, met: true, text, who: nameOf(scene, toward), when: given(at), beside: '' };
  });
}

/** How much was counted by a moment, by whom it was for; a sum of some candidates is never told as all votes. */
export function votesBy(scene: Scene, ms: number): string {
  const total = totalAt(scene, ms);
  if (total !== undefined) return total ? say('means.votes', { votes: number(total) }) : '';
  const { tickets } = countedAt(scene, ms);
  const sum = tickets.reduce((a, b) => a + b, 0);
  const people = scene
    .story!.tickets.filter((_, t) => tickets[t] > 0)
    .slice(0, 3)
    .map((t) => ticketPerson(scene, t));
  return sum ? say('means.votesFor', { votes: number(sum), people: list(people) }) : '';
}

const ticketPerson = (scene: Scene, ticket: string) =>
  nameOf(scene, scene.meta!.tickets.find((t) => t.id === ticket)?.president ?? ticket);
