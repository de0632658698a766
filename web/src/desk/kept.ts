import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { clock, given } from '../model/moments';
import { number, say } from '../words/words';
import type { Draft, KeptRow } from './answers';
import { act } from './asking';
import { changedFact, factRows } from './facts';
import { ticketName, unitName } from './naming';
import { Screen, typed } from './screen';
import { desk, type Key } from './store';

type Act = 'mend' | 'release' | 'discard';

/** Rows that the checks kept aside: by their cause, beside what is in force, and decided by a person. */
@customElement('a-kept')
export class Kept extends Screen {
  @state() private chosen?: Act;
  @state() private bulk = false;
  @state() private told = '';

  /** Causes first, each before the rows that follow it. */
  private rows(): KeptRow[] {
    const causes = desk.kept.filter((each) => !each.follows && !each.overtaken);
    const others = desk.kept.filter((each) => each.follows || each.overtaken);
    return [...causes.sort((a, b) => rank(a) - rank(b) || a.id - b.id), ...others];
  }

  private row(): KeptRow | undefined {
    const rows = this.rows();
    return rows.find((each) => each.id === desk.number) ?? rows[0];
  }

  private step(by: number): void {
    const rows = this.rows();
    const now = rows.findIndex((each) => each.id === this.row()?.id);
    const to = rows[Math.max(0, Math.min(rows.length - 1, now + by))];
    if (to) this.open(to.id);
  }

  private open(id: number): void {
    this.chosen = undefined;
    this.bulk = false;
    desk.go('kept', id);
  }

  private may(word: string) {
    return this.row()?.next.find((each) => each.act === word);
  }

  protected override keys(): Key[] {
    const choose = (word: Act) => () => {
      this.chosen = word;
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('.deciding input')?.focus());
    };
    const all: [string, string, string, () => void][] = [
      ['claim', 'c', say('kept.claim'), () => void this.act('claim', {})],
      ['mend', 'm', say('kept.mend'), choose('mend')],
      ['release', 'r', say('kept.release'), choose('release')],
      ['discard', 'd', say('kept.discard'), choose('discard')],
    ];
    const open = all.filter(([word]) => this.may(word)).map(([, key, says, run]) => ({ key, says, run }));
    const like = this.alike().length > 1 && (this.may('release') || this.may('discard'));
    return [
      { key: 'j', says: say('desk.key.move'), run: () => this.step(1) },
      { key: 'k', says: say('desk.key.move'), run: () => this.step(-1) },
      ...open,
      ...(like ? [{ key: 'b', says: say('kept.bulk'), run: () => (this.bulk = !this.bulk) }] : []),
      { key: 'Esc', says: say('desk.back'), run: () => (this.chosen = undefined) },
    ];
  }

  override render(): TemplateResult {
    const rows = this.rows();
    const row = this.row();
    const causes = rows.filter((each) => !each.follows && !each.overtaken).length;
    return html`${
      rows.length
        ? this.heading(say('kept.head', { n: rows.length }), say('kept.rest', { n: causes }))
        : this.heading(say('kept.none'), say('kept.none.rest'))
    }
      <p role="status">${this.told}</p>
      <div class="kept-sides"><section><h2>${say('kept.list')}</h2>
        <ol class="rows-of">${rows.map((each) => this.item(each, each.id === row?.id))}</ol></section>
      <section>${row ? this.one(row) : nothing}</section></div>`;
  }

  private item(row: KeptRow, isAt: boolean): TemplateResult {
    const { account, until, follows, followers, overtaken, findings } = row;
    const says = overtaken
      ? say('kept.overtaken', { when: given(overtaken) })
      : follows
        ? say('kept.follows', { n: String(follows) })
        : row.state === 'claimed'
          ? say('kept.claimedBy', { who: account ?? '', clock: clock(Date.parse(until ?? '')) })
          : followers
            ? say('kept.follow', { n: followers })
            : '';
    return html`<li ?data-at=${isAt}><a class="to" href=${desk.address('kept', row.id)} aria-current=${
      isAt ? 'true' : nothing
    }><b class="kept-mark">${unitName(row.unit)}</b><span>${findings[0]?.code ?? nothing}</span>
      <small>${row.fact?.at ? `${given(String(row.fact.at))}; ` : ''}${says}</small></a></li>`;
  }

  private one(row: KeptRow): TemplateResult {
    return html`<h2>${say('kept.figures')} <em>${say('kept.row', { n: String(row.id) })}</em></h2>
      ${row.findings.map(finding)}
      ${row.shown?.length ? html`<p><b>${say('kept.shown')}</b></p>${row.shown.map(finding)}` : nothing}
      ${row.fact?.votes ? figures(row) : nothing}
      <details><summary>${say('kept.raw')}</summary><p class="mono raw">${row.raw}</p></details>
      ${this.deciding(row)}
      ${this.refused('row')}
      ${this.bulk ? this.all() : nothing}`;
  }

  private deciding(row: KeptRow): TemplateResult {
    const button = (word: Act | 'claim', says: string) =>
      this.may(word)
        ? html`<button type="button" class="act" ?disabled=${!!this.busy} aria-expanded=${
            word === 'claim' ? nothing : String(this.chosen === word)
          } @click=${() => {
            if (word === 'claim') void this.act('claim', {});
            else this.chosen = word;
          }}>${says}</button>`
        : nothing;
    return html`<p class="acts">${button('claim', say('kept.claim'))}${button('mend', say('kept.mend'))}
        ${button('release', say('kept.release'))}${button('discard', say('kept.discard'))}</p>
      ${this.chosen && this.may(this.chosen) ? this.form(row, this.chosen) : nothing}`;
  }

  private form(row: KeptRow, word: Act): TemplateResult {
    const go = (event: SubmitEvent) => {
      event.preventDefault();
      const { reason, ...texts } = typed(event);
      if (word !== 'mend') void this.act(word, { reason });
      else {
        const fact = row.fact ? changedFact(row.fact, texts) : written(event);
        if (fact) void this.act(word, { fact, ...(reason ? { reason } : {}) });
      }
    };
    const sure = word === 'mend' ? say('kept.record') : say(`kept.confirm.${word}`, { n: String(row.id) });
    return html`<form class="door deciding" @submit=${go} aria-label=${say(`kept.${word}`)}>
      ${
        word === 'mend'
          ? html`<p><b>${say('kept.mending')}</b></p>${row.fact ? factRows(row.fact) : unreadable(row)}`
          : nothing
      }
      <label>${say('kept.reason')} <input name="reason" ?required=${word !== 'mend'} autocomplete="off" /></label>
      <button class="act" ?disabled=${!!this.busy}>${sure}</button></form>`;
  }

  private async act(word: string, body: Record<string, unknown>): Promise<void> {
    const row = this.row();
    const next = this.may(word);
    if (!row || !next) return;
    const isDone = await this.doing('row', async () => this.tell(await this.send(row, word, body)));
    if (isDone) this.chosen = undefined;
    await desk.fetchKept();
    desk.changed();
  }

  private send(row: KeptRow, word: string, body: Record<string, unknown>): Promise<KeptRow> {
    const { method, href } = row.next.find((each) => each.act === word)!;
    return act<KeptRow>(method, href!, { version: row.version, ...body });
  }

  private tell({ id, state: now, follow }: KeptRow): void {
    const words = { n: String(id), state: say(`kept.state.${now}`), follow: follow ?? 0 };
    this.told = now === 'claimed' ? '' : say('kept.done', words);
  }

  /** The open rows of one intake for one reason: those alone are decided together. */
  private alike(): KeptRow[] {
    const row = this.row();
    const code = row?.findings[0]?.code;
    return desk.kept.filter((each) => each.intake === row?.intake && each.findings[0]?.code === code && code);
  }

  private all(): TemplateResult {
    const alike = this.alike();
    const row = alike[0]!;
    const both = (['release', 'discard'] as const).filter((word) =>
      alike.every((each) => each.next.some((next) => next.act === word)),
    );
    const go = (event: SubmitEvent) => {
      event.preventDefault();
      const { reason, count } = typed(event);
      const word = (event.submitter as HTMLButtonElement).value;
      if (count !== String(alike.length)) return;
      void this.doing('row', async () => {
        for (const each of alike) this.tell(await this.send(each, word, { reason }));
      }).then(async () => {
        this.bulk = false;
        await desk.fetchKept();
        desk.changed();
      });
    };
    return html`<h2>${say('kept.bulk.head', {
      n: alike.length,
      code: row.findings[0]!.code,
      intake: String(row.intake),
    })}</h2><form class="door" @submit=${go} aria-label=${say('kept.bulk')}>
      <label>${say('kept.reason')} <input name="reason" required autocomplete="off" /></label>
      <label>${say('kept.bulk.count', { n: String(alike.length) })}
        <input name="count" required inputmode="numeric" pattern=${alike.length} autocomplete="off" /></label>
      <p class="acts">${both.map(
        (word) =>
          html`<button class="act" value=${word}>${say('kept.bulk.go', {
            act: say(`kept.${word}`),
            n: String(alike.length),
          })}</button>`,
      )}</p></form>`;
  }
}

/** A row that cannot be read has no fields to be changed: the fact is written whole. */
const unreadable = (row: KeptRow): TemplateResult =>
  html`<label>JSON <textarea name="json" rows="5" required spellcheck="false"
      @input=${(event: Event) => (event.target as HTMLTextAreaElement).setCustomValidity('')}>${JSON.stringify({
        fact: 'returns',
        at: '',
        unit: row.unit ?? '',
        votes: {},
      })}</textarea></label>`;

function written(event: Event): Draft | undefined {
  const area = (event.target as HTMLFormElement).querySelector<HTMLTextAreaElement>('[name=json]')!;
  try {
    area.setCustomValidity('');
    return JSON.parse(area.value);
  } catch (fault) {
    area.setCustomValidity((fault as Error).message);
    area.reportValidity();
    return undefined;
  }
}

const rank = ({ state: now }: KeptRow): number => (now === 'open' ? 0 : 1);

const finding = ({ code, says, advice }: KeptRow['findings'][number]): TemplateResult =>
  html`<p><b>${code}</b> ${says} <small>${advice ?? nothing}</small></p>`;

/** The row's figures in their dashed column, what is in force in bold, and by how much they differ. */
function figures({ fact, inForce, id }: KeptRow): TemplateResult {
  const votes = (fact!.votes ?? {}) as Record<string, number>;
  const lines: [string, number | undefined, number | undefined][] = [
    ...Object.keys({ ...votes, ...inForce?.votes }).map((ticket): [string, number | undefined, number | undefined] => [
      ticketName(ticket),
      inForce?.votes[ticket],
      votes[ticket],
    ]),
    [say('kept.other'), inForce?.other, fact!.other as number | undefined],
    [say('kept.total'), inForce?.total, fact!.total as number | undefined],
  ];
  const figure = (n?: number) => (n === undefined ? '' : number(n));
  const difference = (a?: number, b?: number) =>
    a === undefined || b === undefined ? '' : `${b > a ? '+' : ''}${number(b - a)}`;
  return html`<table class="figures"><thead><tr><th></th>
      <th>${inForce ? say('kept.force', { n: String(inForce.entry) }) : say('kept.noForce')}</th>
      <th class="row-kept">${say('kept.row', { n: String(id) })}</th><th>${say('kept.difference')}</th></tr></thead>
    <tbody>${lines
      .filter(([, was, is]) => was !== undefined || is !== undefined)
      .map(
        ([name, was, is]) => html`<tr><td>${name}</td><td class="force">${figure(was)}</td>
          <td class="row-kept">${figure(is)}</td><td>${difference(was, is)}</td></tr>`,
      )}</tbody></table>`;
}
