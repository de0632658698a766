import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Entry } from '../model/api';
import { effective, given } from '../model/moments';
import { Part } from '../model/part';
import { say } from '../words/words';
import { nameOf } from './marks';
import { jurisdictionName } from './reading';

const DIVIDED = 'divided';
const HEIGHT = 26;

/** Where the electors chose nobody: how the House voted, a cell a state, and how its ballots went before. */
@customElement('a-contingent')
export class Contingent extends Part {
  override render() {
    const { scene } = this;
    if (!scene.story?.marks.some((m) => m.kind === 'contingent' && m.ms <= scene.ms)) return nothing;
    if (!scene.ballots.length) void scene.readBallots().then(() => scene.ballots.length && scene.changed());
    const seen = scene.ballots.filter((b) => effective(b.at) <= scene.ms);
    const house = seen.filter((b) => b.chamber === 'house');
    const last = house.at(-1);
    if (!last) return nothing;
    return html`<section class="contingent" aria-label=${say('contingent')}>
      <h2>${say('contingent')}
        <em>${say('contingent.ballot', { n: Number(last.ballot) })}, ${given(last.at, !!last.about)}</em></h2>
      <p>${this.sums(last)}</p>
      ${this.wide ? this.cells(last) : nothing}
      ${house.length > 1 ? html`<p class="note">${this.earlier(house)}</p>` : nothing}</section>`;
  }

  private votes(ballot: Entry): Map<string, string[]> {
    const votes = new Map<string, string[]>();
    for (const [id, who] of Object.entries((ballot.states ?? {}) as Record<string, string>))
      votes.set(who, [...(votes.get(who) ?? []), id]);
    const order = this.scene.sides!.order.map((c) => this.scene.story!.candidates[c]);
    const place = (who: string) => (who === DIVIDED ? order.length : order.indexOf(who));
    return new Map([...votes].sort((a, b) => place(a[0]) - place(b[0])));
  }

  private name = (who: string) => (who === DIVIDED ? say('contingent.divided') : nameOf(this.scene, who));

  private sums(ballot: Entry) {
    return [...this.votes(ballot)].map(
      ([who, states], i) => html`${i ? ', ' : ''}${this.name(who)} <b>${states.length}</b>`,
    );
  }

  /** One cell of equal width a state: the House votes by states. */
  private cells(ballot: Entry): TemplateResult {
    const { scene } = this;
    const cells = [...this.votes(ballot)].flatMap(([who, states]) => states.sort().map((id) => ({ id, who })));
    const wide = this.wide / cells.length;
    return html`<svg width=${this.wide} height=${HEIGHT} role="img" aria-label=${say('contingent')}>${cells.map(
      ({ id, who }, i) => {
        const paint = scene.sides!.paints[scene.story!.candidates.indexOf(who)] ?? '';
        const known = paint === 'b' || paint === 'r';
        return svg`<g><title>${`${jurisdictionName(scene, id)}: ${this.name(who)}`}</title>
          <rect class=${paint ? `p ${paint}-solid` : 't-none'} x=${i * wide} width=${wide - 1} height=${HEIGHT}></rect>
          ${known || wide < 22 ? nothing : plate(i * wide + wide / 2)}
          <text class="t ${known ? `${paint}-on` : ''}" x=${i * wide + (wide - 1) / 2} y="17"
            text-anchor="middle">${wide < 16 ? '' : id}</text></g>`;
      },
    )}</svg>`;
  }

  /** How the ballots before went: from which to which they were alike. */
  private earlier(house: Entry[]): string {
    const runs: { from: number; to: number; sums: string }[] = [];
    for (const ballot of house.slice(0, -1)) {
      const sums = [...this.votes(ballot)].map(([who, states]) => `${this.name(who)} ${states.length}`).join(', ');
      const n = Number(ballot.ballot);
      const run = runs.at(-1);
      if (run && run.sums === sums) run.to = n;
      else runs.push({ from: n, to: n, sums });
    }
    const told = runs.map(({ from, to, sums }) =>
      say(from === to ? 'contingent.one' : 'contingent.run', { from, to, sums }),
    );
    return told.join(' ');
  }
}

/** Paper behind a code that stands on a texture. */
const plate = (x: number) => svg`<rect class="t-paper" x=${x - 9} y="7" width="18" height="12"></rect>`;
