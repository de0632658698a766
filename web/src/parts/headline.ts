import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { brief, clock, dayAndYear, effective, day, isEndOfDay, longDay } from '../model/moments';
import { narrow, Part } from '../model/part';
import { RUNGS } from '../model/stages';
import { knows, number, pieces, say } from '../words/words';
import { nameOf } from './marks';
import { counted, decisive, jurisdictionName } from './reading';

/** Who has how many electors at the highest stage that decides, in words that name the stage. */
@customElement('a-headline')
export class Headline extends Part {
  override render() {
    const { scene } = this;
    if (!scene.telling)
      return html`<section class="head"><div><p class="dateline">${scene.fault || say('waiting')}</p></div></section>`;
    const small = narrow();
    const when = small
      ? isEndOfDay(scene.ms)
        ? dayAndYear(scene.ms)
        : `${dayAndYear(scene.ms)}, ${clock(scene.ms)} ${say('washington')}`
      : say(isEndOfDay(scene.ms) ? 'whenDay' : 'when', { day: longDay(scene.ms), clock: clock(scene.ms) });
    return html`<section class="head" aria-label=${say('headline')}>
      <div>
        <p class="dateline"><time datetime=${new Date(scene.ms).toISOString()}>${when}</time>
          <span class="known" role="group" aria-label=${say('knowledge')}>
            <button type="button" class="tab" aria-pressed=${!scene.knownThen} @click=${() =>
              scene.set({ knownThen: false })}>${say(small ? 'knownNow.short' : 'knownNow')}</button>
            <button type="button" class="tab" aria-pressed=${scene.knownThen} @click=${() =>
              scene.set({ knownThen: true })}>${say(small ? 'knownThen.short' : 'knownThen')}</button>
          </span>
          ${scene.lost ? html`<b class="ink" role="status">${say('lost')}</b>` : nothing}
        </p>
        <h1>${this.first()} <span class="rest">${this.rest()}</span></h1>
      </div>
      ${this.next()}
    </section>`;
  }

  private first() {
    const { scene } = this;
    const top = decisive(scene);
    if (!top) return html`<span>${say('head.nothing')}</span>`;
    return pieces<unknown>(`head.${RUNGS[top.stage]}`, {
      figures: this.figures(top.stage, top.electors),
      caller: scene.meta?.caller ?? '',
    });
  }

  private figures(stage: number, electors: number[]) {
    const { scene } = this;
    const shown = scene
      .sides!.order.filter((c) => electors[c] > 0)
      .sort((a, b) => (stage >= 0 ? electors[b] - electors[a] : 0));
    const order = shown.length > 2 ? shown : scene.sides!.order.filter((c) => electors[c] > 0);
    const kept = order.slice(0, 4),
      more = order.length - kept.length;
    return html`${kept.map(
      (c, i) => html`<span class=${
        scene.sides!.names[c].length < 20 ? 'nw' : nothing
      }>${scene.sides!.names[c]} <a class="${scene.sides!.paints[c]}-ink" href="?why" title=${say('why', {
        n: electors[c],
      })}
      @click=${(e: Event) => {
        e.preventDefault();
        scene.set({ figure: `${RUNGS[stage]}(${scene.story!.candidates[c]})` });
      }}>${electors[c]}</a>${i < kept.length - 1 || more ? ',' : '.'}</span> `,
    )}${more ? html`<span class="nw">${say('others', { n: more })}.</span>` : nothing}`;
  }

  /**
   * What the figure is not yet: the next stage, in part or not at all; beside tallies, always the votes counted so
   * far.
   */
  private rest(): string {
    const { scene } = this;
    const top = decisive(scene);
    if (!top) return say('rest.nothing');
    const moment = scene.telling!.at(scene.ms);
    const stage = RUNGS[top.stage];
    const said: string[] = [];
    const votes = counted(scene).reduce((a, b) => a + b, 0);
    if (stage === 'reported' && votes) said.push(say('rest.votes', { votes: number(votes) }));
    const office = scene.story!.majorities.findLast((m) => m.stage === 'in-office' && m.sinceMs <= scene.ms);
    const chosen = scene.standing?.outcome.president;
    if (stage === 'declared' || stage === 'counted') {
      if (chosen?.verdict === 'determined' && chosen.by && chosen.by !== 'electors')
        said.push(
          say(knows(`rest.by.${chosen.by}`) ? `rest.by.${chosen.by}` : 'rest.by', {
            who: nameOf(scene, chosen.candidate),
            by: chosen.by,
          }),
        );
      if (chosen?.verdict === 'alternatives') said.push(say('rest.alternatives'));
    }
    if (office) said.push(say('rest.office', { who: nameOf(scene, office.candidate), moment: brief(office.sinceMs) }));
    if (said.length && stage !== 'reported') return said.join(' ');
    if (
      !top.majority &&
      (top.stage >= 2 ||
        top.electors.reduce((a, b) => a + b, 0) >= (scene.standing?.electors.majority ?? scene.story!.majority))
    )
      said.push(say('rest.noMajority', { majority: scene.standing?.electors.majority ?? scene.story!.majority }));
    if (stage === 'voted') {
      // Electors that a lower rung has and this one has not yet.
      const of = (rung: number, j: number) => scene.telling!.of(moment, rung, j).reduce((a, b) => a + b, 0);
      const left = scene
        .story!.jurisdictions.map((id, j) => ({ id, n: of(top.stage, j) ? 0 : Math.max(of(1, j), of(2, j), of(3, j)) }))
        .filter((l) => l.n > 0);
      const electors = left.reduce((a, l) => a + l.n, 0);
      if (left.length === 1) said.push(say('rest.one', { place: jurisdictionName(scene, left[0].id), n: electors }));
      else if (electors) said.push(say('rest.left', { n: electors }));
    }
    const next = top.stage + 1;
    if (next < RUNGS.length) {
      const partly = scene
        .telling!.rung(moment, next)
        .filter((n) => n > 0)
        .reduce((a, b) => a + b, 0);
      said.push(partly ? say(`rest.partly.${RUNGS[next]}`, { n: partly }) : say(`rest.none.${RUNGS[next]}`));
    } else said.push(say('rest.term'));
    return said.join(' ');
  }

  private next() {
    const { scene } = this;
    const due = (scene.standing?.deadlines ?? [])
      .map((d) => ({ ...d, ms: effective(d.due) }))
      .filter((d) => d.ms > scene.ms)
      .sort((a, b) => a.ms - b.ms)
      .slice(0, 3);
    if (!due.length) return nothing;
    return html`<div class="next"><span>${say('dueNext')}</span><ul>${due.map((d) => {
      const key = `due.${d.rule.split('.').slice(0, 2).join('.')}`;
      return html`<li><b>${day(d.ms)}</b><span title=${d.rule}>${knows(key) ? say(key) : d.what}</span></li>`;
    })}</ul></div>`;
  }
}
