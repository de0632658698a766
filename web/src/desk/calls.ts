import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Entry } from '../model/api';
import { given } from '../model/moments';
import { say } from '../words/words';
import type { Draft, Proposal } from './answers';
import './approving';
import { act, lines } from './asking';
import { changedFact, factRows } from './facts';
import { factLine, titleOf, unitName } from './naming';
import { ENDED } from './papers';
import { Screen, typed } from './screen';
import { desk, waitsForMe, type Key } from './store';

/** Calls of the desk's own, and corrections of what it recorded: proposed by one, approved by another. */
@customElement('a-calls')
export class Calls extends Screen {
  @state() private at = 0;
  @state() private entry?: Entry;

  private all(): Proposal[] {
    const rank = (each: Proposal) => (ENDED.has(each.state) ? 2 : waitsForMe(each) ? 0 : 1);
    return desk.proposals
      .filter((each) => !each.paper)
      .sort((a, b) => rank(a) - rank(b) || (rank(a) === 2 ? b.id - a.id : a.id - b.id));
  }

  protected override keys(): Key[] {
    const all = this.all();
    if (desk.number) return [];
    return [
      { key: 'j', says: say('desk.key.move'), run: () => (this.at = Math.min(all.length - 1, this.at + 1)) },
      { key: 'k', says: say('desk.key.move'), run: () => (this.at = Math.max(0, this.at - 1)) },
      { key: 'Enter', says: say('desk.key.open'), run: () => all[this.at] && desk.go('calls', all[this.at]!.id) },
      { key: 'n', says: say('calls.new'), run: () => this.querySelector<HTMLElement>('[name=caller]')?.focus() },
    ];
  }

  protected override updated(): void {
    // The proposal that is open says itself what keys do.
    if (!desk.number) super.updated();
  }

  override render(): TemplateResult {
    const one = desk.proposals.find((each) => each.id === desk.number && !each.paper);
    if (one) return html`<a-approving .proposal=${one}></a-approving>`;
    const all = this.all();
    const open = all.filter((each) => !ENDED.has(each.state));
    const mine = open.filter(waitsForMe).length;
    const head = mine
      ? say('calls.mine', { n: mine })
      : open.length
        ? say('calls.others', { n: open.length })
        : say('calls.none');
    return html`${this.heading(head, say('calls.none.rest'))}
      <div class="c21"><section><h2>${say('calls.list')} <em>${say('papers.list.rest')}</em></h2>
        <ol class="rows-of">${all.map((each, i) => this.row(each, i === this.at))}</ol></section>
      <aside>${desk.may('POST', '/proposals') ? html`${this.calling()}${this.righting()}` : nothing}</aside></div>`;
  }

  private row(proposal: Proposal, isAt: boolean): TemplateResult {
    const waits = proposal.waits.map((each) => each.for).join(', ');
    return html`<li ?data-at=${isAt}><a class="to" href=${desk.address('calls', proposal.id)}>
      <b>${titleOf(proposal)}</b><span>${say(`state.${proposal.state}`)}</span>
      <small>${waits ? `${say('papers.waits', { who: waits })}; ` : ''}${given(proposal.changed)}</small></a></li>`;
  }

  private calling(): TemplateResult {
    const { meta } = desk;
    const call = (event: SubmitEvent) => {
      event.preventDefault();
      const { caller, unit, who, at, reason } = typed(event);
      void this.propose('call', { fact: 'call', at, unit, caller, for: who }, reason!);
    };
    const units = [...(meta?.units ?? [])].sort((a, b) => unitName(a.id).localeCompare(unitName(b.id)));
    return html`<h2>${say('calls.new')} <em>${say('calls.new.rest')}</em></h2>
      <form class="door" @submit=${call} aria-label=${say('calls.new')}>
        <label>${say('calls.caller')} <select name="caller">${(meta?.callers ?? []).map(
          ({ id, name }) => html`<option value=${id}>${name}</option>`,
        )}</select></label>
        <label>${say('calls.unit')} <select name="unit">${units.map(
          ({ id }) => html`<option value=${id}>${unitName(id)}</option>`,
        )}</select></label>
        <label>${say('calls.for')} <select name="who">${(meta?.tickets ?? []).map(
          ({ president }) => html`<option value=${president}>${candidate(president)}</option>`,
        )}</select></label>
        <label>${say('calls.at')} <input name="at" required .value=${nowWithOffset()} autocomplete="off" /></label>
        <label>${say('desk.reason')} <input name="reason" required autocomplete="off" /></label>
        <button class="act" ?disabled=${!!this.busy}>${say('calls.propose')}</button>${this.refused('call')}</form>`;
  }

  private async propose(place: string, fact: Draft, reason: string): Promise<void> {
    await this.doing(place, async () => {
      const made = await act<Proposal>('POST', desk.at('proposals'), { facts: [fact], reason });
      desk.put(made);
      this.entry = undefined;
      desk.go('calls', made.id);
    });
  }

  private righting(): TemplateResult {
    const load = (event: SubmitEvent) => {
      event.preventDefault();
      const n = typed(event).entry!;
      void this.doing('load', async () => {
        const [found] = await lines<Entry>(desk.at(`record?from=${n}&limit=1`));
        this.entry = found;
      });
    };
    return html`<h2>${say('calls.right')} <em>${say('calls.right.rest')}</em></h2>
      <form class="line" @submit=${load} aria-label=${say('calls.right')}>
        <label>${say('calls.entry')} <input name="entry" required inputmode="numeric" pattern="[0-9]+"
          autocomplete="off" /></label><button class="act">${say('calls.load')}</button>${this.refused('load')}</form>
      ${this.entry ? this.mending(this.entry) : nothing}`;
  }

  /** An entry as it stands, to be put right field by field or taken back whole. */
  private mending(entry: Entry): TemplateResult {
    const at = nowWithOffset();
    const right = (event: SubmitEvent) => {
      event.preventDefault();
      const { reason, ...texts } = typed(event);
      const isBack = (event.submitter as HTMLButtonElement).value === 'back';
      const mended = changedFact(entry as unknown as Draft, texts);
      const fact: Draft = isBack
        ? { fact: 'retraction', at, retracts: entry.index, reason }
        : { fact: 'correction', at, corrects: entry.index, reason, with: mended };
      void this.propose('right', fact, reason!);
    };
    return html`<form class="door" @submit=${right} aria-label=${say('calls.right')}>
      <p><b>${say('paper.entry', { n: String(entry.index) })}</b> ${factLine(entry as unknown as Draft)}</p>
      ${factRows(entry as unknown as Draft)}
      <label>${say('desk.reason')} <input name="reason" required autocomplete="off" /></label>
      <p class="acts"><button class="act" value="mend" ?disabled=${!!this.busy}>${say('calls.mend')}</button>
        <button class="act" value="back" ?disabled=${!!this.busy}>${say('calls.back')}</button></p>
      ${this.refused('right')}</form>`;
  }
}

const candidate = (id: string): string => desk.meta?.candidates.find((each) => each.id === id)?.name ?? id;

/** This moment as records have it: with the offset that the reader's clock has. */
function nowWithOffset(): string {
  const now = new Date();
  const minutes = -now.getTimezoneOffset();
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, '0');
  const local = new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  return minutes ? `${local}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}` : `${local}Z`;
}
