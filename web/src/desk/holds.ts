import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { clock, given } from '../model/moments';
import { sentence } from '../model/stops';
import { say } from '../words/words';
import type { Freeze, Next, Proposal } from './answers';
import { act, look } from './asking';
import { titleOf } from './naming';
import { Screen, typed } from './screen';
import { desk } from './store';

/** Entries of the desk's own that somebody looks into, and the freeze of what the public sees. */
@customElement('a-holds')
export class Holds extends Screen {
  override render(): TemplateResult {
    return html`${this.head()}
      <div class="c21"><section>${this.own()}</section><aside>${this.freeze()}</aside></div>`;
  }

  private head(): TemplateResult {
    const { freeze, holds } = desk;
    if (freeze?.frozen)
      return this.heading(
        say('holds.frozen', { clock: clock(Date.parse(freeze.since!)) }),
        say('holds.frozen.rest', { reason: sentence(freeze.reason) }),
        say('holds.entries', { n: freeze.entries ?? 0 }),
      );
    if (freeze?.asked)
      return this.heading(
        say('holds.asked', { who: String(freeze.by) }),
        say('holds.asked.rest', { reason: sentence(freeze.reason) }),
      );
    if (holds.length) return this.heading(say('holds.some', { n: holds.length }), say('holds.some.rest'));
    return this.heading(say('holds.none'));
  }

  private freeze(): TemplateResult {
    const { freeze } = desk;
    const may = (word: string) => freeze?.next?.find((each) => each.act === word);
    const [ask, agree, end] = [may('freeze-ask'), may('freeze-agree'), may('unfreeze')];
    return html`<h2>${say('holds.freeze')} <em>${say('holds.freeze.rest')}</em></h2>
      <p>${say('holds.freeze.what')}</p>
      ${
        ask
          ? html`<form class="line" aria-label=${say('holds.freeze.ask')} @submit=${(event: SubmitEvent) => {
              event.preventDefault();
              void this.act(ask, { reason: typed(event).reason });
            }}><label>${say('holds.freeze.why')} <input name="reason" required autocomplete="off" /></label>
              <button class="act">${say('holds.freeze.ask')}</button></form>`
          : nothing
      }
      <p class="acts">${agree ? this.button(agree, say('holds.freeze.agree')) : nothing}
        ${end ? this.button(end, say('holds.freeze.end')) : nothing}</p>${this.refused('freeze')}`;
  }

  private button(next: Next, says: string): TemplateResult {
    return html`<button type="button" class="act" ?disabled=${!desk.live} @click=${() => void this.act(next, {})}>
      ${says}</button>`;
  }

  private async act({ method, href }: Next, body: Record<string, unknown>): Promise<void> {
    await this.doing('freeze', async () => {
      desk.freeze = await act<Freeze>(method, href!, { version: desk.freeze?.version ?? 0, ...body });
      desk.changed();
    });
    if (this.refusalAt('freeze')?.status === 409) await desk.fetchFreeze();
  }

  private own(): TemplateResult {
    const own = desk.proposals.filter((each) => each.firstEntry !== undefined).reverse();
    return html`<h2>${say('holds.list')} <em>${say('holds.list.rest')}</em></h2>
      ${own.length ? nothing : html`<p class="note">${say('holds.list.empty')}</p>`}
      <ol class="rows-of">${own.map((each) => this.entry(each))}</ol>${this.refused('hold')}`;
  }

  private entry(proposal: Proposal): TemplateResult {
    const entry = proposal.firstEntry!;
    const held = desk.holds.find((each) => each.entry === entry);
    const next = proposal.next.find((each) => each.act === 'hold' || each.act === 'unhold');
    const go = (event: SubmitEvent) => {
      event.preventDefault();
      const body = next?.act === 'hold' ? { reason: typed(event).reason } : {};
      void this.doing('hold', async () => {
        await act(next!.method, next!.href!, body);
        await desk.fetchHolds();
        desk.put(await look<Proposal>(desk.at(`proposals/${proposal.id}`)));
      });
    };
    return html`<li><p><b>${titleOf(proposal)}</b> <small>${say('paper.entry', { n: String(entry) })},
      ${given(proposal.changed)}</small></p>
      ${held ? html`<p>${say('holds.held', { when: given(held.since ?? ''), reason: held.reason })}</p>` : nothing}
      ${
        next
          ? html`<form class="line" @submit=${go} aria-label="${say(`holds.${next.act}`)} ${entry}">
              ${
                next.act === 'hold'
                  ? html`<label>${say('holds.why')} <input name="reason" required autocomplete="off" /></label>`
                  : nothing
              }<button class="under">${say(`holds.${next.act}`)}</button></form>`
          : nothing
      }</li>`;
  }
}
