import { html, nothing } from 'lit';
import { given } from '../model/moments';
import type { Scene } from '../model/scene';
import { say } from '../words/words';
import { nameOf } from './marks';
import { RUNGS } from '../model/stages';
import { votesBy } from './meanings';
import { implied } from './reading';

const ROOM = '000,000,000';

/**
 * Turns that were undone: who had a majority, on which rung, from when until when, and how much was counted by then.
 */
export function undone(scene: Scene) {
  const turns = scene.story!.majorities.filter((m) => m.untilMs !== undefined && m.sinceMs <= scene.ms);
  if (!turns.length) return nothing;
  return html`<p class="undone">${turns.map((m) => {
    // The story in brief has no tallies of then: their place is kept, so that nothing moves when they come.
    const later = m.stage === 'reported' && !!scene.story!.brief;
    const votes = later ? ROOM : m.stage === 'reported' ? votesBy(scene, m.sinceMs) : '';
    const told = say(m.untilMs! <= scene.ms ? 'undone' : 'undoneYet', {
      stage: say(`stage.${m.stage}`),
      who: nameOf(scene, m.candidate),
      from: given(m.since, m.about),
      until: given(new Date(m.untilMs!).toISOString()),
    });
    return html`<svg width="9" height="9" aria-hidden="true">
      <path class="crossed" d="M1.500 1.500l6 6m0 -6l-6 6"></path></svg>${told} ${
        votes ? html`<span class=${later ? 'kept' : nothing}>${say('countedThen', { votes })}</span>` : ''
      } `;
  })}</p>`;
}

/** Of certified and ascertained, how much is dated and how much only implied by what came after. */
export function impliedNote(scene: Scene) {
  const { telling, ms } = scene;
  const moment = telling!.at(ms);
  const rows = [2, 3]
    .map((rung) => ({
      rung,
      n: implied(scene, rung, moment).reduce((a, b) => a + b, 0),
      all: telling!.rung(moment, rung).reduce((a, b) => a + b, 0),
    }))
    .filter((r) => r.n);
  if (!rows.length) return nothing;
  const same = rows.length === 2 && rows[0].n === rows[1].n && rows[0].all === rows[1].all;
  const told = (stages: number[], n: number, dated: number) =>
    say(dated ? 'impliedNote' : 'impliedNote.all', {
      stage: stages.map((s) => say(`stage.${RUNGS[s]}`)).join(', '),
      n,
      dated,
    });
  const sentences = same
    ? [told([2, 3], rows[0].n, rows[0].all - rows[0].n)]
    : rows.map((r) => told([r.rung], r.n, r.all - r.n));
  return html`<p class="undone"><svg width="14" height="9" aria-hidden="true">
    <rect x=".5" y=".5" width="13" height="8" fill="url(#ik)" class="t-ink-edge"></rect></svg>${sentences
      .map((s) => s.charAt(0).toUpperCase() + s.slice(1))
      .join(' ')}</p>`;
}
