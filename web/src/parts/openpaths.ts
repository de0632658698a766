import { html, nothing, type TemplateResult } from 'lit';
import type { Paths } from '../model/api';
import type { Scene } from '../model/scene';
import { list, number, say } from '../words/words';
import { nameOf } from './marks';
import { unitName } from './reading';

/** How many sets of each candidate are named one by one. */
const MOST = 12;
const WIDE = 200;

const placesOf = (scene: Scene, units: string[]) => list(units.map((unit) => unitName(scene, unit)));

/** Which ways to the majority are open, and how few votes would undo it. */
export function openPaths(scene: Scene, paths: Paths): TemplateResult {
  return html`<div class="paths">${paths.open.length ? open(scene, paths) : nothing}${fewest(scene, paths)}</div>`;
}

function open(scene: Scene, paths: Paths): TemplateResult {
  const all = 2n ** BigInt(paths.open.length);
  const lead = Object.entries(paths.ways).map(([candidate, n]) =>
    say('audit.ways.to', { who: nameOf(scene, candidate), n: number(Number(n)) }),
  );
  return html`<section><h2 tabindex="-1">${say('audit.ways', { n: number(Number(all)) })} <em>${
    paths.caller ? say('audit.by', { caller: paths.caller }) : nothing
  }</em></h2>
    <p>${list([...lead, say('audit.ties', { n: number(Number(paths.ties)) })])}.</p>
    <ul class="sets">${paths.smallest.map(
      (smallest) =>
        html`<li><b>${nameOf(scene, smallest.candidate)}</b> ${say('audit.smallest', {
          n: number(Number(smallest.number)),
          size: smallest.size,
        })} ${smallest.sets
          .slice(0, MOST)
          .map((set) => placesOf(scene, set))
          .join('; ')}</li>`,
    )}</ul>
    <p class="note">${say('audit.notWeighed')}</p></section>
    ${decides(scene, paths)}`;
}

function decides(scene: Scene, paths: Paths): TemplateResult {
  const settings = Number(2n ** BigInt(paths.open.length - 1));
  return html`<section><h2>${say('audit.decides')} <em>${say('audit.decides.of', { n: settings })}</em></h2>
    <table class="figures decides"><tbody>${paths.decides.map(
      ({ unit, settings: n }) =>
        html`<tr><th scope="row">${unitName(scene, unit)}</th><td><b>${number(Number(n))}</b></td>
          <td class="long">${
            n === '0'
              ? say('audit.decides.none')
              : html`<svg viewBox="0 0 ${WIDE} 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="cost" x=".5" y=".5" width=${WIDE - 1} height="9"></rect>
                <rect class="bar" width=${(WIDE * Number(n)) / settings} height="10"></rect></svg>`
          }</td></tr>`,
    )}</tbody></table></section>`;
}

function fewest(scene: Scene, paths: Paths): TemplateResult | typeof nothing {
  if (!paths.fewestVotes) return nothing;
  const { votes, units } = paths.fewestVotes;
  return html`<section><h2>${say('audit.fewest')}</h2>
    <p>${say(paths.fewestVotes.majority ? 'audit.fewest.of' : 'audit.fewest.tie', {
      votes: number(votes),
      units: placesOf(scene, units),
    })}${paths.tipping ? html` ${say('audit.tipping', { place: unitName(scene, paths.tipping) })}` : nothing}</p>
    ${
      paths.noMargin.length
        ? html`<p class="note">${say('audit.noMargin', { units: placesOf(scene, paths.noMargin) })}</p>`
        : nothing
    }</section>`;
}
