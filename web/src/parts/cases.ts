import { html, nothing, type TemplateResult } from 'lit';
import type { Challenge } from '../model/api';
import { day, effective } from '../model/moments';
import type { Scene } from '../model/scene';
import { knows, say, speaking } from '../words/words';

const SHOWN = 5;

/** What the public knew of a challenge at the moment: the rulings by then, and whether it was open. */
function known(scene: Scene, challenge: Challenge) {
  const rulings = challenge.rulings.filter((r) => effective(r.at) <= scene.ms);
  const now = scene.standing && Math.abs(scene.standing.atMs - scene.ms) <= 1000;
  return { rulings, open: !rulings.length || (!!now && (challenge.open ?? false)) };
}

const outcomeKey = (outcome: string) =>
  `outcome.${outcome
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '')}`;

/** An outcome in the reader's language where it is one of the usual ones, else as the source has it. */
export function outcomeTold(outcome: string): string {
  const key = outcomeKey(outcome);
  return knows(key) ? say(key) : outcome.charAt(0).toUpperCase() + outcome.slice(1);
}

export const outcomeLanguage = (outcome: string): string => (knows(outcomeKey(outcome)) ? speaking() : 'en');

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
  const told = last ? `${day(effective(last.at))}: ${outcomeTold(last.outcome)}` : '';
  return html`<li><a class="under" href="/${scene.election}/challenges?text=${encodeURIComponent(challenge.name)}"
      lang="en">${challenge.name}</a>
    <span class="note">${open ? html`<b class="ink">${say('open')}</b>, ` : nothing}<span
      lang="en">${challenge.venue}</span>, ${say('cases.filed', { day: day(effective(challenge.filed)) })}${
        told ? html`; <span lang=${last ? outcomeLanguage(last.outcome) : nothing}>${told}</span>` : nothing
      }</span></li>`;
}
