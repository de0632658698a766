import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { UnitRow } from '../model/api';
import { given } from '../model/moments';
import { number, say } from '../words/words';
import type { Draft, Proposal } from './answers';
import { act, look } from './asking';
import { factLine, surname, titleOf, unitName } from './naming';
import { bars, moved, turns, type Prospect } from './prospect';
import { Screen, typed } from './screen';
import { desk, type Key } from './store';
import { valuesOf } from './facts';

/** One proposal: what it says, what it would do, who else says so; and the acts that the server offers. */
@customElement('a-approving')
export class Approving extends Screen {
  @property({ attribute: false }) proposal!: Proposal;
  @state() private prospect?: Prospect;
  private asked = '';

  protected override willUpdate(): void {
    const { id, version, state: where } = this.proposal;
    const wanted = `${id} ${version} ${desk.standing?.entries ?? 0}`;
    if (wanted === this.asked || ['recorded', 'refused', 'withdrawn'].includes(where)) return;
    this.asked = wanted;
    void look<Prospect>(desk.at(`proposals/${id}/prospect`)).then(
      (prospect) => {
        this.prospect = prospect;
      },
      () => undefined,
    );
  }

  private may(word: string) {
    return this.proposal.next.find((each) => each.act === word);
  }

  protected override keys(): Key[] {
    const focus = (selector: string) => () => this.querySelector<HTMLElement>(selector)?.focus();
    const all: [string, string, string, string][] = [
      ['approve', 'a', say('second.approve'), '[data-act=approve] input'],
      ['send-back', 'b', say('second.sendBack'), '[data-act=send-back] input'],
      ['refuse', 'x', say('second.refuse'), '[data-act=refuse] input'],
      ['hold', 'h', say('holds.hold'), '[data-act=hold] input'],
    ];
    return [
      ...all.filter(([word]) => this.may(word)).map(([, key, says, selector]) => ({ key, says, run: focus(selector) })),
      { key: 'Esc', says: say('desk.back'), run: () => desk.go('calls') },
    ];
  }

  override render(): TemplateResult {
    const { proposal, prospect } = this;
    const facts = proposal.facts ?? [];
    const isOver = ['recorded', 'refused', 'withdrawn'].includes(proposal.state);
    return html`${this.head()}
      <div class="c21"><section>
        ${prospect && !isOver ? bars(prospect) : nothing}
        <h2>${say('calls.says')}</h2>${facts.map((fact) => factTable(fact))}
        ${isOver ? nothing : this.told()}
      </section><aside>${this.unit(facts)}${this.findings()}${this.acts()}</aside></div>`;
  }

  private head(): TemplateResult {
    const { proposal, prospect } = this;
    const what = titleOf(proposal);
    const by = say('call.by', { who: String(proposal.by), when: given(proposal.opened) });
    const reviewer = String(proposal.reviewer ?? '');
    const why = proposal.reason ? `“${proposal.reason}”` : nothing;
    switch (proposal.state) {
      case 'recorded': {
        const who = { first: String(proposal.by), second: String(proposal.second), n: String(proposal.firstEntry) };
        return this.heading(say('proposal.recorded', { what }), say('proposal.recorded.rest', who));
      }
      case 'refused':
        return this.heading(say('proposal.refused', { what, who: reviewer }), proposal.reason);
      case 'sent-back':
        return this.heading(say('proposal.sentBack', { what, who: reviewer }), proposal.remark);
      case 'withdrawn':
        return this.heading(say('proposal.withdrawn', { what }), proposal.reason);
    }
    const rest = html`${what}. ${by} ${why}`;
    if (!prospect) return this.heading(what, html`${by} ${why}`);
    const turn = turns(prospect)[0];
    if (turn) {
      const { who, before, after, makes } = turn;
      return this.heading(say(makes ? 'call.makes' : 'call.takes', { who: surname(who), before, after }), rest);
    }
    const first = moved(prospect)[0];
    if (!first) return this.heading(say('call.still', { what }), html`${by} ${why}`);
    return this.heading(say('call.moves', { what, ...first, who: surname(first.who) }), html`${by} ${why}`);
  }

  private told(): TemplateResult {
    const isRehearsal = desk.meta?.rehearsal;
    return html`<h2>${say('would.told')}</h2>
      <p>${say(isRehearsal ? 'would.told.rehearsal' : 'would.told.rest')}</p>
      ${this.prospect ? html`<p>${say('would.told.watches', { n: this.prospect.watches })}</p>` : nothing}
      <h2>${say('would.wrong')}</h2><p>${say('would.wrong.hold')} ${say('would.wrong.two')}</p>`;
  }

  /** The unit's figures as they stand, and who else has called it. */
  private unit(facts: Draft[]): unknown {
    const inner = (facts[0]?.with as Draft | undefined) ?? facts[0];
    const unit = String(inner?.unit ?? inner?.jurisdiction ?? '');
    const row = desk.standing?.units.find((each) => each.unit === unit);
    if (!row) return nothing;
    return html`<h2>${say('would.unit', { unit: unitName(unit) })}</h2>
      <table class="figures"><tbody>${votes(row)}
        <tr><td>${say('would.kept')}</td><td>${say('would.rows', {
          n: desk.kept.filter((each) => each.unit === unit).length,
        })}</td></tr></tbody></table>
      <h2>${say('would.else', { unit: unitName(unit) })}</h2>${others(row, String(inner?.caller ?? ''))}`;
  }

  private findings(): TemplateResult {
    const found = this.proposal.findings ?? [];
    return html`<h2>${say('findings')}</h2>${
      found.length
        ? html`<ul class="rows-of">${found.map(
            (each) => html`<li><b>${each.code}</b> ${each.says} <small>${each.advice ?? nothing}</small></li>`,
          )}</ul>`
        : html`<p>${say('findings.none')}</p>`
    }`;
  }

  private acts(): TemplateResult {
    const { proposal } = this;
    const isOthers = proposal.by !== desk.session?.account;
    return html`${
      this.may('approve')
        ? html`<h2>${say('second')}</h2><p>${say('second.you', {
            who: String(proposal.by),
            you: String(desk.session?.account),
          })}</p>${this.approving()}`
        : nothing
    }
      ${this.form('send-back', say('second.sendBack'), 'remark', say('second.remark'))}
      ${this.form('refuse', say('second.refuse'), 'reason', say('second.refuse.reason'))}
      ${this.form('look-again', say('second.lookAgain'))}
      ${this.may('propose') ? this.proposing() : nothing}
      ${this.form('withdraw', say('second.withdraw'), 'reason', say('desk.reason'))}
      ${this.form('hold', say('holds.hold'), 'reason', say('holds.why'))}
      ${this.form('unhold', say('holds.unhold'))}
      ${
        !isOthers && proposal.waits.length
          ? html`<p class="note">${say('paper.waits.rest', {
              who: proposal.waits.map((each) => each.for).join(', '),
            })}</p>`
          : nothing
      }
      ${this.refused('act')}`;
  }

  /** What binds never hangs on one letter: a surname where a majority turns, else a word that one has looked. */
  private approving(): TemplateResult {
    const turn = this.prospect && turns(this.prospect)[0];
    const approve = (event: SubmitEvent) => {
      event.preventDefault();
      void this.act('approve', {});
    };
    const name = turn && surname(turn.who);
    return html`<form class="door" data-act="approve" @submit=${approve} aria-label=${say('second.approve')}>
      ${
        name
          ? html`<label>${say('second.surname')}
              <input name="surname" class="big" required autocomplete="off" spellcheck="false" pattern=${name}
                title=${say('second.surname')} /></label>`
          : html`<label><input type="checkbox" name="sure" required /> ${say('second.sure')}</label>`
      }
      <button class="act" ?disabled=${!!this.busy || !desk.live || !this.prospect}>${say('second.approve')}</button>
    </form>`;
  }

  private form(word: string, says: string, field?: string, label?: string): unknown {
    if (!this.may(word)) return nothing;
    const go = (event: SubmitEvent) => {
      event.preventDefault();
      void this.act(word, field ? { [field]: typed(event)[field] } : {});
    };
    return html`<form class="line" data-act=${word} @submit=${go} aria-label=${says}>
      ${field ? html`<label>${label} <input name=${field} required autocomplete="off" /></label>` : nothing}
      <button class="under" ?disabled=${!!this.busy}>${says}</button></form>`;
  }

  private proposing(): TemplateResult {
    const again = (event: SubmitEvent) => {
      event.preventDefault();
      const { reason } = typed(event);
      void this.act('propose', { facts: this.proposal.facts, reason });
    };
    return html`<form class="line" data-act="propose" @submit=${again} aria-label=${say('second.propose')}>
      <label>${say('desk.reason')} <input name="reason" required .value=${this.proposal.reason ?? ''} /></label>
      <button class="under">${say('second.propose')}</button></form>`;
  }

  private async act(word: string, body: Record<string, unknown>): Promise<void> {
    const { href, method } = this.may(word)!;
    const isOfEntry = word === 'hold' || word === 'unhold';
    await this.doing('act', async () => {
      const sent = isOfEntry ? body : { version: this.proposal.version, ...body };
      const answer = await act<Proposal>(method, href!, sent);
      if (isOfEntry) desk.put(await look<Proposal>(desk.at(`proposals/${this.proposal.id}`)));
      else desk.put(answer);
    });
  }
}

const factTable = (fact: Draft): TemplateResult =>
  html`<p>${factLine(fact)}</p><table class="figures"><tbody>${valuesOf(fact).map(
    ([path, value]) =>
      html`<tr><td class="mono">${path.slice(1)}</td><td>${
        typeof value === 'number' ? number(value) : String(value)
      }</td></tr>`,
  )}</tbody></table>`;

function votes(row: UnitRow): unknown {
  const known = Object.entries(row.votes ?? {}).sort(([, a], [, b]) => b - a);
  if (!known.length) return nothing;
  const lead = known[0]![1] - (known[1]?.[1] ?? 0);
  return html`${known.map(
    ([ticket, n]) => html`<tr><td>${surname(president(ticket))}</td><td>${number(n)}</td></tr>`,
  )}<tr><td>${say('would.lead')}</td><td><b>${number(lead)}</b></td></tr>
    ${row.total ? html`<tr><td>${say('would.counted')}</td><td>${number(row.total)}</td></tr>` : nothing}`;
}

const president = (ticket: string): string =>
  desk.meta?.tickets.find((each) => each.id === ticket)?.president ?? ticket;

function others(row: UnitRow, own: string): TemplateResult {
  const calls = Object.entries(row.calls ?? {}).filter(([caller]) => caller !== own);
  return calls.length
    ? html`<ul class="rows-of">${calls.map(([caller, who]) => html`<li><b>${caller}</b> ${surname(who)}</li>`)}</ul>`
    : html`<p>${say('would.nobody')}</p>`;
}
