import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Proven, Why } from '../model/api';
import { ask, fromFiles, once } from '../model/asking';
import { asAsked, brief, given } from '../model/moments';
import { Part } from '../model/part';
import { RUNGS } from '../model/stages';
import { number, say } from '../words/words';
import { checkpointOf, citation, named, ticketName, type Checkpoint } from './citation';
import { jurisdictionName, momentInWords } from './reading';
import { callers, popularOf, popularRows } from './popular';
import './check';
import { entryTold } from './entrytext';
import { sourceNamed, titleTold } from './sources';
import { addends, sumBar } from './sum';
import { asAnswered, inWords } from './inwords';

const SHOWN = 8;
const brief8 = (hash: string) => `${hash.slice(0, 8)}…${hash.slice(-8)}`;

/**
 * Why? The entries and rules that a figure rests on, what falls without one of them, and the proof that it stands in
 * the record.
 */
@customElement('a-evidence')
export class Evidence extends Part {
  @state() private tree?: Why;
  @state() private refusal = '';
  @state() private proof?: Proven;
  @state() private without?: { index: number; tree?: Why; refusal?: string };
  @state() private all = false;
  @state() private copied = false;
  @state() private checkpoint?: Checkpoint;
  private of = '';

  override render() {
    const { scene } = this;
    // A story in brief does not tell what a figure came together from.
    if (!scene.figure || !scene.telling || scene.story!.brief)
      return html`<dialog class="drawer" aria-labelledby="why"></dialog>`;
    const key = `${scene.election} ${scene.figure} ${asAsked(scene.ms)}`;
    if (key !== this.of) this.fetch(key);
    const [, rung = '', who = ''] = /^([\w-]+)\(([^)]*)\)$/.exec(scene.figure) ?? [];
    const place = RUNGS.indexOf(rung as (typeof RUNGS)[number]);
    const candidate = scene.story!.candidates.indexOf(who);
    const value =
      place >= 0 && candidate >= 0 ? scene.telling.rung(scene.telling.at(scene.ms), place)[candidate] : undefined;
    const ticket = scene.story!.tickets.find((each) => scene.figure === `popularVote(${each})`);
    const states = ticket ? popularOf(scene, ticket) : [];
    const votes = this.tree?.figure ? Number(this.tree.figure) : states.reduce((sum, part) => sum + part.n, 0);
    const parts = place >= 0 ? addends(scene, rung, who) : [];
    const moment = momentInWords(scene);
    const what = named(scene, value ?? (ticket ? votes : undefined), rung, who);
    const others = place >= 0 ? scene.sides!.order.slice(0, 6) : [];
    return html`<dialog class="drawer" aria-labelledby="why" @close=${() =>
      scene.set({ figure: '' })} @click=${this.outside}>
      <div class="inner">
      <div class="top"><h2 id="why">${
        ticket
          ? say('why', { n: votes })
          : value !== undefined
            ? say('why', { n: value })
            : say('whyFigure', {
                figure:
                  this.tree?.figure && /\d/.test(this.tree.figure)
                    ? /^\d+$/.test(this.tree.figure)
                      ? number(Number(this.tree.figure))
                      : this.tree.figure
                    : scene.figure,
              })
      }</h2><button type="button" class="quiet" @click=${() => this.close()}>${say('close')}</button></div>
      ${
        others.length > 1
          ? html`<p class="tabs-row">${others.map(
              (c) =>
                html`<button type="button" class="tab" aria-pressed=${c === candidate} @click=${() =>
                  scene.set({ figure: `${rung}(${scene.story!.candidates[c]})` })}>${scene.sides!.names[c]}</button>`,
            )}</p>`
          : nothing
      }
      <p class="q">${
        ticket
          ? say('why.popular', { who: ticketName(scene, ticket), moment, n: states.length })
          : value !== undefined
            ? say('why.rung', {
                who: scene.sides!.names[candidate],
                stage: say(`stage.${rung}`),
                moment,
                n: parts.length,
              })
            : moment
      }</p>
      ${rung === 'called' ? callers(scene) : nothing}
      ${
        parts.length
          ? html`<div class="sumbox">${sumBar(
              parts,
              scene.sides!.paints[candidate].startsWith('c') ? 'b' : scene.sides!.paints[candidate],
              scene.standing?.electors.majority ?? scene.story!.majority,
              Math.min(this.inner(), 438),
            )}</div>
        <h3>${say('why.entries')} <span>${say('why.latest')}</span></h3>${this.addends(parts)}`
          : nothing
      }
      ${ticket ? popularRows(scene, ticket, states) : nothing}
      ${
        this.refusal
          ? html`<p class="note">${fromFiles ? this.refusal : asAnswered(this.refusal)}</p>`
          : this.tree
            ? this.tree_(this.tree, !!parts.length)
            : html`<p class="note">${say('waiting')}</p>`
      }
      ${this.fallen()}${this.proven()}
      <div class="act"><button type="button" class="under" @click=${() => void this.cite(what)}>
        ${say(this.copied ? 'cited' : 'cite')}</button></div>
      ${this.copied ? html`<p class="mono cite" role="status">${citation(scene, what, this.checkpoint)}</p>` : nothing}
      </div></dialog>`;
  }

  protected override updated(): void {
    const dialog = this.querySelector('dialog');
    if (!dialog) return;
    if (this.scene.figure && this.scene.telling && !this.scene.story!.brief && !dialog.open) dialog.showModal();
    if (!this.scene.figure && dialog.open) dialog.close();
  }

  private inner(): number {
    return Math.min(innerWidth, 492) - (innerWidth <= 760 ? 32 : 54);
  }

  private close(): void {
    this.querySelector('dialog')?.close();
  }

  private outside = (e: Event) => {
    if (e.target === e.currentTarget) this.close();
  };

  private fetch(key: string): void {
    this.of = key;
    this.tree = undefined;
    this.refusal = '';
    this.proof = undefined;
    this.without = undefined;
    this.all = false;
    this.copied = false;
    const { election, figure, ms } = this.scene;
    if (fromFiles) {
      this.refusal = say('why.files');
      return;
    }
    ask<Why>(election, 'explain', { figure, at: asAsked(ms) }).then(
      (tree) => {
        if (this.of === key) this.tree = tree;
      },
      (fault) => {
        if (this.of === key) this.refusal = (fault as Error).message;
      },
    );
  }

  private addends(parts: ReturnType<typeof addends>): TemplateResult {
    const latest = parts.slice().reverse();
    const shown = this.all ? latest : latest.slice(0, SHOWN);
    const told = new Map<number, NonNullable<Why['entries']>[number]>();
    const walk = (w?: Why) => {
      w?.entries?.forEach((e) => told.set(e.index, e));
      w?.children?.forEach(walk);
    };
    walk(this.tree);
    return html`${shown.map((p) => {
      const entry = told.get(p.entry);
      return html`<div class="ent"><button type="button" @click=${() =>
        this.scene.set({
          selected: p.jurisdiction,
        })}>${jurisdictionName(
        this.scene,
        p.jurisdiction,
      )}</button><span class="num"><b>+${p.n}</b></span><span class="num">${p.to}</span>
        <span>${
          entry?.at ? given(entry.at, entry.about) : brief(p.ms)
        }<span class="src"> · <button type="button" class="under" @click=${() =>
          void this.prove(p.entry)}>${say('entry', { n: p.entry })}</button>${
          p.implied ? html` · ${say('why.implied')}` : nothing
        }${entry?.source ? html`<br>${titleTold(this.scene, entry.source)}` : nothing}${
          entry?.note ? html`<br><span lang="en">${entry.note}</span>` : nothing
        }</span></span></div>`;
    })}${
      latest.length > shown.length
        ? html`<button type="button" class="more" @click=${() => {
            this.all = true;
          }}>${say('why.earlier', {
            n: latest.length - shown.length,
            place: jurisdictionName(this.scene, latest.at(-1)!.jurisdiction),
          })}</button>`
        : nothing
    }`;
  }

  /** The server's tree: its sentence, its rules, its entries, and what each of them rests on. */
  private tree_(why: Why, summed: boolean): TemplateResult {
    const rules = new Map<string, NonNullable<Why['rules']>[number]>();
    const gather = (w: Why) => {
      w.rules?.forEach((rule) => rules.set(rule.id, rule));
      w.children?.forEach(gather);
    };
    gather(why);
    return html`${summed ? nothing : html`<h3>${say('why.entries')}</h3>${this.branch(why)}`}
      ${
        rules.size
          ? html`<h3>${say('why.rules')} <span>${say('why.law', {
              year: String(this.scene.standing?.law ?? this.scene.meta!.year),
            })}</span></h3>
        ${[...rules.values()].map(
          (r) =>
            html`<div class="rule"><code>${r.id}</code><div>${inWords(r.text, r.textEs)} <span
              lang="en">${r.citation}</span></div></div>`,
        )}`
          : nothing
      }`;
  }

  private branch(why: Why): TemplateResult {
    return html`<p>${inWords(why.text, why.textEs)}</p>
      ${(why.entries ?? []).map(
        (e) =>
          html`<div class="rule"><button type="button" class="under" @click=${() => void this.prove(e.index)}>${say(
            'entry',
            { n: e.index },
          )}</button><div>${e.at ? given(e.at, e.about) : ''} ${inWords(e.text, e.textEs)}
            ${e.source ? titleTold(this.scene, e.source) : nothing} <span lang="en">${e.note ?? ''}</span></div></div>`,
      )}
      ${
        (why.children ?? []).length > 12
          ? html`<details><summary>${say('why.more', { n: why.children!.length })}</summary>${why.children!.map(
              (c) => html`<div class="branch">${this.branch(c)}</div>`,
            )}</details>`
          : (why.children ?? []).map((c) => html`<div class="branch">${this.branch(c)}</div>`)
      }`;
  }

  private async prove(index: number): Promise<void> {
    const key = this.of;
    this.without = { index };
    try {
      this.proof = await once(
        `${this.scene.election} entry ${index} ${this.scene.live ? this.scene.meta!.entries : ''}`,
        () => ask<Proven>(this.scene.election, `entries/${index}`),
      );
      if (key !== this.of) return;
      const tree = await ask<Why>(this.scene.election, 'explain', {
        figure: this.scene.figure,
        at: asAsked(this.scene.ms),
        without: String(index),
      });
      if (key === this.of) this.without = { index, tree };
    } catch (fault) {
      if (key === this.of) this.without = { index, refusal: (fault as Error).message };
    }
    await this.updateComplete;
    this.querySelector('#without')?.scrollIntoView({ block: 'nearest' });
  }

  private fallen() {
    if (!this.without) return html`<p class="note">${say('why.pick')}</p>`;
    const { index, tree, refusal } = this.without;
    const stands = tree?.without ?? tree;
    return html`<h3 id="without">${say('why.without')} <span>${say('entry', {
      n: index,
    })}</span></h3><div class="rule"><span>${say('entry', {
      n: index,
    })}</span><div>${stands ? inWords(stands.text, stands.textEs) : refusal ? asAnswered(refusal) : '…'}</div></div>`;
  }

  private proven() {
    const p = this.proof;
    if (!p) return nothing;
    const file = `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(p, null, 1))}`;
    return html`<h3>${say('proof')} <span>${say('proof.of', {
      n: p.index,
      size: p.size ?? this.scene.meta!.entries,
    })}</span></h3>
      <p>${entryTold(this.scene, p.entry)}</p>
      <p class="note">${say(`fact.${p.entry.fact}`)}, ${given(
        p.entry.at,
        !!p.entry.about,
      )}. ${sourceNamed(p.source)}</p>
      <p class="mono">${p.leaf ? html`<b>${say('proof.leaf')}</b> ${brief8(p.leaf)}<br>` : nothing}${
        p.proof
          ? html`<b>${say('proof.path')}</b> ${p.proof
              .slice(0, 3)
              .map((h) => h.slice(0, 8))
              .join(' → ')}${p.proof.length > 3 ? ` → ${say('proof.more', { n: p.proof.length - 3 })}` : ''}<br>`
          : nothing
      }${p.root ? html`<b>${say('proof.root')}</b> ${brief8(p.root)}` : nothing}</p>
      <div class="act"><a class="under" href=${file} download=${`${this.scene.election}-${p.index}-proof.json`}>
        ${say('proof.save')}</a>
        <a class="under" href="/log/${this.scene.election}/checkpoint" download>${say('checkpoint')}</a></div>
      <a-check .proven=${p}></a-check>`;
  }

  private async cite(what: string): Promise<void> {
    this.checkpoint = await checkpointOf(this.scene.election);
    this.copied = true;
    await navigator.clipboard?.writeText(citation(this.scene, what, this.checkpoint)).catch(() => undefined);
  }
}
