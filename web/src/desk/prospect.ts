// What a proposal would make of the ladder: before and after under each other, on one scale.

import { html, nothing, svg, type TemplateResult } from 'lit';
import type { FourNumbers, Rung } from '../model/api';
import { RUNGS } from '../model/stages';
import { say } from '../words/words';
import { surname } from './naming';
import { desk } from './store';

export interface Result {
  electors: FourNumbers;
  ladder: Rung[];
}
export interface Prospect {
  before: Result;
  after: Result;
  /** How many watches would be told of a turn. */
  watches: number;
}

/** One rung, or one caller's part of the rung of calls. */
interface Line {
  stage: string;
  caller?: string;
  before: Record<string, number>;
  after: Record<string, number>;
}

function linesOf({ before, after }: Prospect): Line[] {
  const rung = (of: Result, stage: string) => of.ladder.find((each) => each.stage === stage);
  return RUNGS.flatMap((stage): Line[] => {
    const [was, is] = [rung(before, stage), rung(after, stage)];
    if (stage !== 'called') return [{ stage, before: was?.electors ?? {}, after: is?.electors ?? {} }];
    const callers = new Set([...Object.keys(was?.callers ?? {}), ...Object.keys(is?.callers ?? {})]);
    return [...callers]
      .map((caller) => ({
        stage,
        caller,
        before: was?.callers?.[caller] ?? {},
        after: is?.callers?.[caller] ?? {},
      }))
      .filter((line) => [...Object.values(line.before), ...Object.values(line.after)].some((n) => n > 0));
  });
}

const peopleOf = (line: Line): string[] => [...new Set([...Object.keys(line.before), ...Object.keys(line.after)])];

const isMoved = (line: Line): boolean =>
  peopleOf(line).some((who) => (line.before[who] ?? 0) !== (line.after[who] ?? 0));

/** Whose electors another number has, the greatest first. */
export function moved(prospect: Prospect): { who: string; before: number; after: number }[] {
  return linesOf(prospect)
    .flatMap((line) =>
      peopleOf(line).map((who) => ({ who, before: line.before[who] ?? 0, after: line.after[who] ?? 0 })),
    )
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
}

/** Majorities that it makes or takes away. */
export function turns(prospect: Prospect): { who: string; before: number; after: number; makes: boolean }[] {
  const needed = majority(prospect);
  return moved(prospect)
    .filter(({ before, after }) => before >= needed !== after >= needed)
    .map((each) => ({ ...each, makes: each.after >= needed }));
}

const majority = ({ after }: Prospect): number =>
  after.electors.majority ?? Math.floor(after.electors.entitled / 2) + 1;

const HEIGHT = 14;
const TALL = 26;

/** The rungs from the highest down; what moves is tall, before it as it is. */
export function bars(prospect: Prospect): TemplateResult {
  const lines = linesOf(prospect).reverse();
  const whole = prospect.after.electors.entitled;
  const order = sides(prospect);
  return html`<h2>${say('would')} <em>${say('would.rest', { n: whole })}</em></h2>
    <div class="would" aria-hidden="true"><span></span><span class="bar note">
      <span class="b-ink">${order[0] ? surname(order[0]) : nothing}</span>
      <span class="r-ink right">${order[1] ? surname(order[1]) : nothing}</span></span><span></span></div>
    ${lines.map((line) => {
      const name = html`${say(`stage.${line.stage}`)} <small>${line.caller ?? nothing}</small>`;
      const figures = (of: Record<string, number>) =>
        peopleOf(line)
          .filter((who) => of[who])
          .map((who) => `${surname(who)} ${of[who]}`)
          .join(', ');
      if (!isMoved(line))
        return html`<div class="would"><span>${name}</span>
          <span class="bar">${strip(line.before, line.stage, prospect, HEIGHT)}</span>
          <span class="note">${figures(line.before) || say('would.same')}</span></div>`;
      return html`<div class="would"><span>${name} <small>${say('would.now')}</small></span>
          <span class="bar">${strip(line.before, line.stage, prospect, HEIGHT)}</span>
          <span class="note">${figures(line.before)}</span></div>
        <div class="would after"><span><b class="n">${say(`stage.${line.stage}`)}</b>
          <small>${line.caller ?? nothing} ${say('would.after')}</small></span>
          <span class="bar">${strip(line.after, line.stage, prospect, TALL)}</span>
          <span><b>${figures(line.after)}</b><br />${verdict(line, prospect)}</span></div>`;
    })}`;
}

function verdict(line: Line, prospect: Prospect): string {
  const needed = majority(prospect);
  const most = Math.max(0, ...Object.values(line.after));
  if (most < needed) return say('would.none', { n: needed });
  return most === needed ? say('would.exactly') : say('would.majority', { n: most - needed });
}

/** Who stands left, who right: as the standing draws them. */
function sides({ before, after }: Prospect): string[] {
  const all = [...after.ladder, ...before.ladder].flatMap((rung) => Object.entries(rung.electors ?? {}));
  const known = new Set(all.sort(([, a], [, b]) => b - a).map(([who]) => who));
  const order = desk.order.filter((who) => known.has(who));
  return [...order, ...[...known].filter((who) => !order.includes(who))];
}

function strip(electors: Record<string, number>, stage: string, prospect: Prospect, height: number): TemplateResult {
  const whole = prospect.after.electors.entitled;
  const [left, right] = sides(prospect);
  const share = (who?: string) => (100 * (who ? (electors[who] ?? 0) : 0)) / whole;
  const paint = (side: 'b' | 'r') =>
    stage === 'reported' ? `${side}-ahead` : stage === 'called' ? `${side}-outline` : `${side}-solid`;
  const line = (100 * majority(prospect)) / whole;
  return html`${svg`<svg width="100%" height=${height} aria-hidden="true">
    <rect class=${paint('b')} x="0" y="1" width="${share(left)}%" height=${height - 2}></rect>
    <rect class=${paint('r')} x="${100 - share(right)}%" y="1" width="${share(right)}%" height=${height - 2}></rect>
    <line class="t-ink" x1="0" x2="0" y1="0" y2=${height}></line>
    <line class="t-ink" x1="${line}%" x2="${line}%" y1="0" y2=${height}></line>
    <line class="t-ink" x1="100%" x2="100%" y1="0" y2=${height}></line></svg>`}`;
}
