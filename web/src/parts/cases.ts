import { html, nothing, type TemplateResult } from 'lit';
import type { Challenge } from '../model/api';
import { day, effective } from '../model/moments';
import type { Scene } from '../model/scene';
import { say } from '../words/words';
import { inWords } from './inwords';

const SHOWN = 5;

/** What the public knew of a challenge at the moment: the rulings by then, and whether it was open. */
function known(scene: Scene, challenge: Challenge) {
  const rulings = challenge.rulings.filter((r) => effective(r.at) <= scene.ms);
  const now = scene.standing && Math.abs(scene.standing.atMs - scene.ms) <= 1000;
  return { rulings, open: !rulings.length || (!!now && (challenge.open ?? false)) };
}

const capital = (text?: string) => text && text.charAt(0).toUpperCase() + text.slice(1);

/** What came of a challenge, in the reader's language where the answers have it so, else as the source has it. */
export const outcomeTold = ({ outcome, outcomeEs }: { outcome: string; outcomeEs?: string }): TemplateResult =>
  inWords(capital(outcome), capital(outcomeEs));

/** Challenges of one place, those still open first: by name and court, when filed, and what came of each. */
export function cases(scene: Scene, jurisdiction: string): TemplateResult | typeof nothing {
  const all = (scene.standing?.challenges ?? [])
    .filter((c) => c.units?.some((u) => u.split('-')[0] === jurisdiction) && effective(c.filed) <= scene.ms)
    .map((challenge) => ({ challenge, ...known(scene, challenge) }))
    .sort((a, b) => Number(b.open) - Number(a.open) || effective(b.challenge.filed) - effective(a.challenge.filed));
  if (!all.length) return nothing;
  const open = all.filter((c) => c.open).length;
  const shown = all.slice(0, SHOWN).map((c) => one(scene, c));
  return html`<h3 class="sub">${say('challenges')} <span>${say('cases.n', { n: all.length, open })}</span></h3>
    <ul class="cases">${shown}</ul>
    ${
      all.length > SHOWN
        ? html`<details class="more-of"><summary>${say('cases.more', { n: all.length - SHOWN })}</summary>
            <ul class="cases">${all.slice(SHOWN).map((c) => one(scene, c))}</ul></details>`
        : nothing
    }`;
}

function one(scene: Scene, { challenge, rulings, open }: { challenge: Challenge } & ReturnType<typeof known>) {
  const last = rulings.at(-1);
  return html`<li><a class="under" href="/${scene.election}/challenges?text=${encodeURIComponent(challenge.name)}"
      lang="en">${challenge.name}</a>
    <span class="note">${open ? html`<b class="ink">${say('open')}</b>, ` : nothing}<span
      lang="en">${challenge.venue}</span>, ${say('cases.filed', { day: day(effective(challenge.filed)) })}${
        last ? html`; ${day(effective(last.at))}: ${outcomeTold(last)}` : nothing
      }</span></li>`;
}
