import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { given } from '../model/moments';
import { say } from '../words/words';
import type { Proposal } from './answers';
import { act } from './asking';
import './deciding';
import './differing';
import { fieldName, kindName, titleOf, unitName } from './naming';
import { keep, PICTURES } from './scan';
import { Screen, typed } from './screen';
import { desk, waitsForMe, type Key } from './store';
import './typing';

const KINDS = ['certification', 'ascertainment', 'elector-votes'];

/** Papers that two people type, apart: the list of them, and the one that is open. */
@customElement('a-papers')
export class Papers extends Screen {
  @state() private at = 0;

  private all(): Proposal[] {
    const rank = (each: Proposal) => (ENDED.has(each.state) ? 2 : waitsForMe(each) ? 0 : 1);
    return desk.proposals
      .filter((each) => each.paper)
      .sort((a, b) => rank(a) - rank(b) || (rank(a) === 2 ? b.id - a.id : a.id - b.id));
  }

  protected override keys(): Key[] {
    const all = this.all();
    if (desk.number) return this.oneKeys();
    return [
      { key: 'j', says: say('desk.key.move'), run: () => (this.at = Math.min(all.length - 1, this.at + 1)) },
      { key: 'k', says: say('desk.key.move'), run: () => (this.at = Math.max(0, this.at - 1)) },
      { key: 'Enter', says: say('desk.key.open'), run: () => all[this.at] && desk.go('papers', all[this.at]!.id) },
      { key: 'l', says: say('papers.new'), run: () => this.querySelector<HTMLElement>('[name=type]')?.focus() },
    ];
  }

  private oneKeys(): Key[] {
    const one = desk.proposals.find((each) => each.id === desk.number);
    const claim = one?.next.find((each) => each.act === 'claim');
    const back = { key: 'Esc', says: say('desk.back'), run: () => desk.go('papers') };
    return claim && one ? [{ key: 'Enter', says: say('papers.take'), run: () => void this.claim(one) }, back] : [back];
  }

  override render(): TemplateResult {
    const one = desk.proposals.find((each) => each.id === desk.number && each.paper);
    return one ? this.one(one) : this.list();
  }

  private one(paper: Proposal): TemplateResult {
    const may = new Set(paper.next.map((each) => each.act));
    if (may.has('save')) return html`<a-typing .paper=${paper}></a-typing>`;
    if (may.has('retype')) return html`<a-differing .paper=${paper}></a-differing>`;
    if (may.has('decide')) return html`<a-deciding .paper=${paper}></a-deciding>`;
    return html`${this.stateOf(paper)}
      ${this.refused('one')}
      <div class="acts">${
        may.has('claim')
          ? html`<button type="button" class="act" @click=${() => void this.claim(paper)}>
              ${say('papers.take')}</button>`
          : nothing
      }<a class="under" href=${desk.address('papers')}>${say('papers.list')}</a></div>
      ${may.has('withdraw') ? this.withdrawing(paper) : nothing}
      ${paper.state === 'recorded' ? typedRows(paper) : nothing}`;
  }

  private stateOf(paper: Proposal): TemplateResult {
    const what = titleOf(paper);
    if (paper.state === 'recorded') {
      const who = { first: String(paper.by), second: String(paper.second), third: String(paper.decider ?? '') };
      const by = say(paper.decider ? 'paper.recorded.decided' : 'paper.recorded.by', who);
      const entry = say('paper.entry', { n: String(paper.firstEntry) });
      return this.heading(say('paper.recorded', { what }), by, entry);
    }
    const rest = paper.waits.length
      ? say('paper.waits.rest', { who: paper.waits.map((each) => each.for).join(', ') })
      : (paper.reason ?? '');
    return this.heading(say('paper.waits', { what, state: say(`state.${paper.state}`) }), rest);
  }

  private async claim(paper: Proposal): Promise<void> {
    const claim = paper.next.find((each) => each.act === 'claim')!;
    await this.doing('one', async () =>
      desk.put(await act<Proposal>(claim.method, claim.href!, { version: paper.version })),
    );
  }

  private withdrawing(paper: Proposal): TemplateResult {
    const next = paper.next.find((each) => each.act === 'withdraw')!;
    const go = (event: SubmitEvent) => {
      event.preventDefault();
      const { reason } = typed(event);
      void this.doing('one', async () =>
        desk.put(await act<Proposal>(next.method, next.href!, { version: paper.version, reason })),
      );
    };
    return html`<form class="line" @submit=${go} aria-label=${say('papers.withdraw')}>
      <label>${say('desk.reason')} <input name="reason" required autocomplete="off" /></label>
      <button class="act">${say('papers.withdraw')}</button></form>`;
  }

  private list(): TemplateResult {
    const all = this.all();
    const open = all.filter((each) => !ENDED.has(each.state));
    const mine = open.filter(waitsForMe).length;
    const head = mine
      ? say('papers.mine', { n: mine })
      : open.length
        ? say('papers.others', { n: open.length })
        : say('papers.none');
    return html`${this.heading(head, say('papers.none.rest'))}
      <div class="c21"><section><h2>${say('papers.list')} <em>${say('papers.list.rest')}</em></h2>
        <ol class="rows-of">${all.map((each, i) => this.row(each, i === this.at))}</ol></section>
      <aside>${desk.may('POST', '/proposals') ? this.laying() : nothing}</aside></div>`;
  }

  private row(paper: Proposal, isAt: boolean): TemplateResult {
    const waits = paper.waits.map((each) => each.for).join(', ');
    return html`<li ?data-at=${isAt}><a class="to" href=${desk.address('papers', paper.id)}>
      <b>${titleOf(paper)}</b><span>${say(`state.${paper.state}`)}</span>
      <small>${waits ? `${say('papers.waits', { who: waits })}; ` : ''}${given(paper.changed)}</small></a></li>`;
  }

  private laying(): TemplateResult {
    const lay = (event: SubmitEvent) => {
      event.preventDefault();
      const { type, unit, source } = typed(event);
      const file = (event.target as HTMLFormElement).querySelector<HTMLInputElement>('[type=file]')?.files?.[0];
      void this.doing('lay', async () => {
        const scan = file && (await keep(file));
        const body = { type, unit, ...(source ? { source } : {}), ...(scan ? { scan } : {}) };
        const made = await act<Proposal>('POST', desk.at('proposals'), body);
        desk.put(made);
        desk.go('papers', made.id);
      });
    };
    const units = [...(desk.meta?.jurisdictions ?? [])].sort((a, b) => unitName(a.id).localeCompare(unitName(b.id)));
    return html`<h2>${say('papers.new')} <em>${say('papers.new.rest')}</em></h2>
      <form class="door" @submit=${lay} aria-label=${say('papers.new')}>
        <label>${say('papers.kind')} <select name="type">${KINDS.map(
          (kind) => html`<option value=${kind}>${kindName(kind)}</option>`,
        )}</select></label>
        <label>${say('papers.unit')} <select name="unit">${units.map(
          ({ id }) => html`<option value=${id}>${unitName(id)}</option>`,
        )}</select></label>
        <label>${say('papers.title')} <input name="source" autocomplete="off" /></label>
        <label>${say('papers.scan')} <input type="file" accept=${PICTURES} /></label>
        <button class="act">${say('papers.lay')}</button>${this.refused('lay')}</form>`;
  }
}

export const ENDED = new Set(['recorded', 'refused', 'withdrawn']);

/** What both stand by. */
const typedRows = ({ typed: fields = {}, paper }: Proposal): TemplateResult =>
  html`<h2>${say('typing.says')}</h2><table class="figures"><tbody>${(paper?.fields ?? [])
    .filter((path) => fields[path])
    .map((path) => html`<tr><td>${nameOf(path)}</td><td>${fields[path]}</td></tr>`)}</tbody></table>`;

const nameOf = (path: string): string => {
  const { group, name } = fieldName(path);
  return `${group}: ${name}`;
};
