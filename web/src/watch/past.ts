import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Summary } from '../model/api';
import { effective, endOfDay, givenInFull } from '../model/moments';
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

/** The days after an election that are marked on a scale. */
export const MARKS = [1, 4, 7, 14, 28, 49, 77];
const LAST = 80;

const year = (past: Past): number => Number(past.election.slice(-4));

/** A moment as people read it. */
export const when = (moment: string, about = false): string => givenInFull(moment, about);

/**
 * When a condition would have come true in each of the last elections, each on a line of one scale.
 *
 * @param majorities when a majority of electors had voted in each of them, to read it against
 */
export const pastTable = (
  past: readonly Past[],
  name: Name,
  majorities: readonly Past[] = [],
): TemplateResult => html`<table class="past">
    <caption>${say('watch.past')} <span class="soft">${say('watch.scale')}</span></caption>
    <thead aria-hidden="true"><tr><td></td><td class="strip"><svg width="100%" height="14">${MARKS.map(
      (day) => svg`<text x=${x(day)} y="11" text-anchor="middle">${say(`watch.mark.${day}`)}</text>`,
    )}</svg></td><td></td></tr></thead>
    <tbody>${past.map((each) => {
      const voted = majorities.find((other) => other.election === each.election)?.turns?.[0];
      return html`<tr><th scope="row">${year(each)}</th>
        <td class="strip">${strip(each, voted)}</td><td>${turnsOf(each, name)}</td></tr>`;
    })}</tbody></table>
  <p class="soft legend"><span>● ${say('watch.key.true')}</span><span>○ ${say('watch.key.else')}</span>
    <span>┄ ${say('watch.key.unknown')}</span>${
      majorities.length ? html`<span>| ${say('watch.key.voted')}</span>` : nothing
    }</p>`;

/** How a condition stands now, in a sentence. */
export const stateOf = (past: Past, name: Name): string => {
  const now = past.turns?.findLast((turn) => !turn.until);
  if (now) return say('watch.holds', { who: name(past.election, now.candidate), when: when(now.since, now.about) });
  if (past.turns?.length) return say('watch.undone');
  return say(past.answer === 'unknown' ? 'watch.unknown' : 'watch.notYet');
};

/** Whether it came true by the end of the day that an `else` names. */
const isByElse = (past: Past, turn: Turn): boolean =>
  [...(past.understood ?? '').matchAll(/ else .*? by (\d{4}-\d\d-\d\d)/g)].some(
    ([, day]) => endOfDay(day) + 1 === effective(turn.since),
  );

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

const strip = (past: Past, voted?: Turn) => {
  const known = past.answer === 'held' || past.answer === 'never';
  return html`<svg width="100%" height="18" aria-hidden="true">
    ${MARKS.map((day) => svg`<line x1=${x(day)} x2=${x(day)} y2="18" class="mark" />`)}
    <line x1=${x(0)} x2=${x(LAST)} y1="9" y2="9" class=${known ? 'known' : 'unknown'} />
    ${(past.turns ?? []).map((turn) => held(year(past), turn, isByElse(past, turn)))}
    ${voted ? votedAt(x(daysAfter(year(past), effective(voted.since)))) : nothing}</svg>`;
};

const votedAt = (at: string) => svg`<line x1=${at} x2=${at} y1="3" y2="15" class="known" />`;

const held = (of: number, turn: Turn, byElse: boolean) => {
  const from = x(daysAfter(of, effective(turn.since)));
  const to = turn.until ? x(daysAfter(of, effective(turn.until))) : x(LAST);
  return svg`<line x1=${from} x2=${to} y1="9" y2="9" class="held" />
    <circle cx=${from} cy="9" r="4.500" class=${byElse ? 'hollow' : 'dot'} />`;
};
