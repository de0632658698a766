import { html, nothing } from 'lit';
import { given } from '../model/moments';
import type { Scene } from '../model/scene';
import { number, say } from '../words/words';
import { nameOf } from './marks';
import { countedAt } from './reading';

/** Turns that were undone: who had a majority, on which rung, from when until when, and how much was counted by then. */
export function undone(scene: Scene) {
  if (scene.story!.brief) return nothing;
  const turns = scene.story!.majorities.filter((m) => m.untilMs !== undefined && m.sinceMs <= scene.ms);
  if (!turns.length) return nothing;
  return html`<p class="undone">${turns.map((m) => {
    const votes = m.stage === 'reported' ? countedAt(scene, m.sinceMs).reduce((a, b) => a + b, 0) : 0;
    return html`<svg width="9" height="9" aria-hidden="true"><path class="crossed" d="M1.500 1.500l6 6m0 -6l-6 6"></path></svg>${say(m.untilMs! <= scene.ms ? 'undone' : 'undoneYet', {
      stage: say(`stage.${m.stage}`), who: nameOf(scene, m.candidate), from: given(m.since, m.about), until: given(new Date(m.untilMs!).toISOString()),
    })}${votes ? ' ' + say('countedThen', { votes: number(votes) }) : ''} `;
  })}</p>`;
}
