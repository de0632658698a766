import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Summary } from '../model/api';
import { effective, givenInFull } from '../model/moments';
import { shortName } from '../model/people';
import { say } from '../words/words';
import type { Past, Turn } from './asked';
import { daysAfter, place } from './completing';

/** The name of a candidate of an election by the id. */
export type Name = (election: string, id: string) => string;

/** The name of a candidate among all elections' summaries. */
export const naming = (all: readonly Summary[], election: string, id: string): string => {
  const candidate = all.find((each) => each.id === election)?.candidates.find((each) => each.id === id);
  return candidate ? shortName(candidate) : id;
};

const WIDTH = 360;
const MARKS = [1, 4, 7, 14, 28, 49, 77];

const year = (past: Past): number => Number(past.election.slice(-4));

/** A moment as people read it. */
export const when = (moment: string, about = false): string => givenInFull(moment, about);

const x = (days: number): number => 6 + place(days) * (WIDTH - 12);

/** When a condition would have come true in each of the last elections, each on a line of one scale. */
export const pastTable = (past: readonly Past[], name: Name): TemplateResult => html`<table class="past">
    <caption>${say('watch.past')} <span class="soft">${say('watch.scale')}</span></caption>
    <tbody>${past.map(
      (each) => html`<tr><th scope="row">${year(each)}</th>
        <td class="strip">${strip(each)}</td><td>${turnsOf(each, name)}</td></tr>`,
    )}</tbody></table>`;

/** What became of a condition in one election, in words. */
export const turnsOf = (past: Past, name: Name): TemplateResult | string => {
  if (past.answer !== 'held' || !past.turns) return say(`watch.answer.${past.answer}`);
  return html`${past.turns.map(
    (turn) =>
      html`<div>${name(past.election, turn.candidate)},
        ${turn.implied ? say('watch.latest') : nothing} ${when(turn.since, turn.about)}${
          turn.until ? html`, ${say('watch.until', { when: when(turn.until) })}` : nothing
        }</div>`,
  )}`;
};

const strip = (past: Past) => {
  const known = past.answer === 'held' || past.answer === 'never';
  return html`<svg viewBox="0 0 ${WIDTH} 18" width="100%" height="18" preserveAspectRatio="none" aria-hidden="true">
    ${MARKS.map((day) => svg`<path d="M${x(day)} 0v18" class="mark" />`)}
    <path d="M6 9H${WIDTH - 6}" class=${known ? 'known' : 'unknown'} />
    ${(past.turns ?? []).map((turn) => held(year(past), turn))}</svg>`;
};

const held = (of: number, turn: Turn) => {
  const from = x(daysAfter(of, effective(turn.since)));
  const to = turn.until ? x(daysAfter(of, effective(turn.until))) : WIDTH - 6;
  return svg`<path d="M${from} 9H${Math.max(to, from + 1)}" class="held" /><circle cx=${from} cy="9" r="4.500" />`;
};
