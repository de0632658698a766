import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Found, Unexplained } from '../model/alerts';
import type { Entry } from '../model/api';
import { address, ask, entries, fromFiles } from '../model/asking';
import { givenInFull } from '../model/moments';
import { Part } from '../model/part';
import { number, say, worded } from '../words/words';
import { entryTold } from './entrytext';
import { sourceTold } from './sources';
import { asAnswered } from './inwords';

const KINDS = [
  'election',
  'addition',
  'coverage',
  'returns',
  'ranked-returns',
  'lot',
  'call',
  'call-withdrawn',
  'certification',
  'challenge',
  'ruling',
  'audit-round',
  'appointment',
  'not-appointed',
  'ascertainment',
  'elector-votes',
  'count-opened',
  'objection',
  'chamber-vote',
  'commission-ruling',
  'counted',
  'declared',
  'contingent-ballot',
  'oath',
  'death',
  'withdrawal',
  'voting-extended',
  'acknowledgement',
  'statement',
  'correction',
  'retraction',
];
const PAGE = 100;

/** The record itself: the last entries as they arrive, filter and search, and the whole of it to take away. */
@customElement('a-record')
export class Record extends Part {
  @state() private shown: Entry[] = [];
  /** By entry, what a check doubts in those that were recorded all the same. */
  @state() private doubted = new Map<number, Found[]>();
  @state() private total = 0;
  @state() private refusal = '';
  private fact = new URLSearchParams(location.search).get('fact') ?? '';
  private unit = new URLSearchParams(location.search).get('unit') ?? '';
  private text = '';
  private from = new URLSearchParams(location.search).get('from');
  private asked = '';
  private typing = 0;
  private renewing = 0;

  /** However fast entries come, they are asked for once a second. */
  protected override arrived(): void {
    if (this.from === null)
      this.renewing ||= setTimeout(
        () => {
          this.renewing = 0;
          void this.fetch(true);
        },
        this.shown.length ? 900 : 0,
      ) as unknown as number;
  }

  override render() {
    const { scene } = this;
    if (scene.meta && this.asked !== this.question()) void this.fetch();
    const choose = (change: () => void) => {
      change();
      this.requestUpdate();
    };
    return html`<section class="room"><h1 class="word">${say('record')}</h1>
      <div class="filters"><label>${say('kind')} <select @change=${(e: Event) =>
        choose(() => {
          this.fact = (e.target as HTMLSelectElement).value;
          this.from = null;
        })}><option value="">${say('all')}</option>${KINDS.map(
        (k) => html`<option value=${k} ?selected=${k === this.fact}>${say(`fact.${k}`)}</option>`,
      )}</select></label>
        <label>${say('where').toLowerCase()} <select @change=${(e: Event) =>
          choose(() => {
            this.unit = (e.target as HTMLSelectElement).value;
            this.from = null;
          })}><option value="">${say('all')}</option>${(scene.meta?.jurisdictions ?? []).map(
          (j) => html`<option value=${j.id} ?selected=${j.id === this.unit}>${worded(j.name, j.nameEs)}</option>`,
        )}</select></label>
        <label>${say('search')} <input type="search" .value=${this.text} @input=${(e: Event) => {
          clearTimeout(this.typing);
          const { value } = e.target as HTMLInputElement;
          this.typing = setTimeout(
            () =>
              choose(() => {
                this.text = value;
                this.from = null;
              }),
            300,
          ) as unknown as number;
        }}></label>
        <a class="under" href=${address(scene.election, 'record', {
          from: '0',
          to: String(scene.meta?.entries ?? 0),
        })} download="${scene.election}.jsonl">${say('record.save')}</a></div>
      <p class="note" role="status">${
        this.refusal ? asAnswered(this.refusal) : say('record.n', { n: this.shown.length, all: number(this.total) })
      }</p>
      <table class="rows"><thead><tr><th scope="col">${say('record.entry')}</th><th scope="col">${say('record.at')}</th>
        <th scope="col">${say('record.fact')}</th><th scope="col">${say('record.says')}</th></tr></thead><tbody>
      ${this.shown.map(
        (e) => html`<tr><td class="num">${number(e.index)}</td><td class="when">${givenInFull(
          e.at,
          !!e.about,
        )}</td><td>${say(`fact.${e.fact}`)}</td>
        <td><span class="says">${entryTold(scene, e)}</span><br><span class="note">${sourceTold(scene, e)}${
          e.note ? html` · <span lang="en">${String(e.note)}</span>` : nothing
        }</span>${this.doubts(e.index)}</td></tr>`,
      )}</tbody></table>
      ${
        Number(this.from ?? scene.meta?.entries ?? 0) > 0 && !this.fact && !this.unit && !this.text
          ? html`<p><button type="button" class="under" @click=${() =>
              choose(() => {
                this.from = String(Math.max(0, Number(this.from ?? Math.max(0, scene.meta!.entries - PAGE)) - PAGE));
              })}>${say('record.earlier')}</button></p>`
          : nothing
      }
    </section>`;
  }

  private doubts(index: number) {
    const found = this.doubted.get(index);
    return found
      ? html`<br><span class="note"><b>${say('record.unexplained')}</b>
          ${found.map((each) => html` <span lang="en">${each.says} (${each.code})</span>`)}</span>`
      : nothing;
  }

  /** What of the entries shown nobody has explained; of an election that runs alone. */
  private async doubt(): Promise<void> {
    if (fromFiles || !this.scene.live || !this.shown.length) return;
    const places = this.shown.map((e) => e.index);
    const { items } = await ask<Unexplained>(this.scene.election, 'unexplained', {
      from: String(Math.min(...places)),
      to: String(Math.max(...places) + 1),
    });
    this.doubted = new Map(
      items.map((each) => [each.entry, each.findings.filter((found) => found.severity !== 'note')]),
    );
  }

  private question(): string {
    return [this.scene.election, this.fact, this.unit, this.text, this.from].join('|');
  }

  private async fetch(again = false): Promise<void> {
    const { scene } = this;
    const asked = (this.asked = this.question());
    const filtered = this.fact || this.unit || this.text;
    const from = this.from ?? (filtered ? undefined : String(Math.max(0, scene.meta!.entries - PAGE)));
    try {
      const answer = await entries(scene.election, {
        fact: this.fact,
        unit: this.unit,
        text: this.text,
        from,
        to: from === undefined ? undefined : String(Number(from) + PAGE),
      });
      if (asked !== this.asked && !again) return;
      let found = answer.entries;
      if (!filtered && answer.entries.length > PAGE) found = found.slice(-PAGE);
      this.shown = this.from === null ? found.reverse().slice(0, 500) : found;
      this.total = filtered ? answer.total : scene.meta!.entries;
      this.refusal = '';
      await this.doubt();
    } catch (fault) {
      this.refusal = (fault as Error).message;
    }
  }
}
