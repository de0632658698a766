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

const MARKS = [1, 4, 7, 14, 28, 49, 77];
const LAST = 80;

const year = (past: Past): number => Number(past.election.slice(-4));

/** A moment as people read it. */
export const when = (moment: string, about = false): string => givenInFull(moment, about);

/** When a condition would have come true in each of the last elections, each on a line of one scale. */
export const pastTable = (past: readonly Past[], name: Name): TemplateResult => html`<table class="past">
    <caption>${say('watch.past')} <span class="soft">${say('watch.scale')}</span></caption>
    <thead aria-hidden="true"><tr><td></td><td class="strip"><svg width="100%" height="14">${MARKS.map(
      (day) => svg`<text x=${x(day)} y="11" text-anchor="middle">${day}</text>`,
    )}</svg></td><td></td></tr></thead>
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

/** A place on the scale, as a part of its width. */
const x = (days: number): string => `${(1.5 + place(days) * 97).toFixed(2)}%`;

const strip = (past: Past) => {
  const known = past.answer === 'held' || past.answer === 'never';
  return html`<svg width="100%" height="18" aria-hidden="true">
    ${MARKS.map((day) => svg`<line x1=${x(day)} x2=${x(day)} y2="18" class="mark" />`)}
    <line x1=${x(0)} x2=${x(LAST)} y1="9" y2="9" class=${known ? 'known' : 'unknown'} />
    ${(past.turns ?? []).map((turn) => held(year(past), turn))}</svg>`;
};

const held = (of: number, turn: Turn) => {
  const from = x(daysAfter(of, effective(turn.since)));
  const to = turn.until ? x(daysAfter(of, effective(turn.until))) : x(LAST);
  return svg`<line x1=${from} x2=${to} y1="9" y2="9" class="held" /><circle cx=${from} cy="9" r="4.500" />`;
};
