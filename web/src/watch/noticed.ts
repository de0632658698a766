import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Proven, Standing, Summary } from '../model/api';
import { ask } from '../model/asking';
import { asHere } from '../model/dress';
import { effective, given } from '../model/moments';
import { signedBy } from '../model/proof';
import { CALLED, CERTIFIED, fillOf, inked, REPORTED, RUNGS, VOTED } from '../model/stages';
import { hatches } from '../parts/hatches';
import { number, say, worded } from '../words/words';
import { asked, type Notice, type Past, type Understood } from './asked';
import { checked, noticeOf, type Checked, type Proved } from './noticing';
import { Keys, type Key } from './keys';
import { naming, turnsOf, when } from './past';

/** The rungs that are shown although nobody stands on them: reported, called, certified, voted. */
const SHOWN: readonly number[] = [REPORTED, CALLED, CERTIFIED, VOTED];

/**
 * A notice as a page: what turned, on what it rests, what could still undo it, and its proof, which this browser works
 * out itself. It comes from a link, or from a file, which is sent nowhere.
 */
@customElement('a-noticed')
export class Noticed extends LitElement {
  /** A turn's id; empty to ask for a file. */
  @property() turn = '';
  /** What opens the watch that the notice is of, where it was opened before; else nothing. */
  @property() watch = '';
  @property({ attribute: false }) all: readonly Summary[] = [];
  @state() private notice?: Notice;
  @state() private proof?: Checked;
  @state() private meaning?: Understood;
  @state() private facts?: Past;
  @state() private entries = new Map<number, Proven>();
  @state() private standing?: Standing;
  @state() private signed = '';
  @state() private trouble = '';
  private readonly keys = new Keys(this, () => this.acting());

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('turn')) void this.read();
  }

  private async read(): Promise<void> {
    this.notice = undefined;
    this.trouble = '';
    if (!this.turn) return;
    try {
      await this.show(await asked<Notice>('GET', `/api/notices/${this.turn}`));
    } catch (refused) {
      this.trouble = (refused as Error).message;
    }
  }

  private async open(event: Event): Promise<void> {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (!file) return;
    const notice = noticeOf(await file.text());
    this.trouble = notice ? '' : say('notice.none');
    if (notice) await this.show(notice);
  }

  /** The proof needs nobody; the words around it come from the server, if it knows the election. */
  private async show(notice: Notice): Promise<void> {
    this.notice = notice;
    this.signed = '';
    this.proof = undefined;
    this.entries = new Map();
    this.meaning = this.facts = this.standing = undefined;
    const proof = await this.check();
    const { election, condition } = notice.data;
    const told = async <T>(what: Promise<T>): Promise<T | undefined> => what.catch(() => undefined);
    const entries = String(proof.note?.size ?? '');
    [this.meaning, this.facts, this.standing] = await Promise.all([
      told(asked<Understood>('POST', '/api/conditions/understand', { election, condition })),
      told(ask<Past>(election, 'when', { condition })),
      told(ask<Standing>(election, 'standing', { at: notice.timestamp, entries })),
    ]);
    for (const index of notice.data.entries) {
      const entry = await told(ask<Proven>(election, `entries/${index}`));
      if (entry) this.entries = new Map(this.entries).set(index, entry);
    }
  }

  private async check(): Promise<Checked> {
    return (this.proof = await checked(this.notice!));
  }

  override render(): TemplateResult {
    return html`<div role="status" aria-live="polite">${
      this.trouble ? html`<p class="trouble">${this.trouble}</p>` : nothing
    }</div>${this.notice ? this.page(this.notice) : this.turn ? nothing : this.asking()}`;
  }

  private asking(): TemplateResult {
    return html`<section class="lead"><h1>${say('notice.open')} <span class="rest">${say('notice.openWhat')}</span></h1>
      <p><label>${say('notice.file')} <input type="file" accept=".json,application/json"
        @change=${this.open} /></label></p></section>`;
  }

  private page(notice: Notice): TemplateResult {
    const { data } = notice;
    const begins = notice.type.endsWith('.on');
    const who = naming(this.all, data.election, data.candidate);
    const { proof } = this;
    const proved = proof && (proof.right ? stands(proof, data.more ?? 0) : say('notice.unproven'));
    return html`<section class="lead">
        <p><b>${say('notice.turn', { n: data.seq, when: when(notice.timestamp) })}</b>${
          data.rehearsal ? html` <b class="rehearsed">${say('notice.rehearsal')}</b>` : nothing
        }</p>
        <h1>${say(begins ? 'notice.on' : 'notice.off', { who })} <span class="rest" role="status"
          >${proved ?? nothing} ${say(begins ? 'notice.canBeUndone' : 'notice.undone')}</span></h1></section>
      <div class="halves"><div>${this.says(notice, begins)}${this.rests(data)}${this.official()}</div>
        <div>${this.proof ? this.proves(this.proof) : nothing}${this.yourself()}</div></div>
      ${this.keys.foot(nothing, say('notice.hereAlone'))}`;
  }

  private acting(): Key[] {
    if (!this.notice) return [];
    const file = `data:application/json,${encodeURIComponent(JSON.stringify(this.notice))}`;
    return [
      { key: 'v', says: say('notice.again'), run: () => void this.check() },
      { key: 'd', says: say('notice.download'), href: file, download: 'notice.json' },
      ...(this.proof?.note
        ? [
            {
              key: 'c',
              says: say('checkpoint'),
              run: () => this.querySelector('.checkpoint')?.scrollIntoView({ block: 'center' }),
            },
          ]
        : []),
      ...(this.watch ? [{ key: 'w', says: say('notice.watch'), href: `#${this.watch}` }] : []),
    ];
  }

  private says({ data }: Notice, begins: boolean): TemplateResult {
    const row = (key: string, told: unknown) => (told ? html`<dt>${say(key)}</dt><dd>${told}</dd>` : nothing);
    const cause = (entry?: number, text?: string, clock?: string) =>
      entry !== undefined
        ? html`${this.link(data.election, entry)} ${this.worded(entry) ?? text ?? ''}`
        : clock && html`${say('watch.clock')}, ${when(clock)}`;
    return html`<section><h2>${say('notice.says')} <em>${say('notice.unchecked')}</em></h2><dl>
      ${row('notice.condition', html`<code>${data.condition}</code>`)}
      ${row('notice.means', this.meaning && worded(this.meaning.plain, this.meaning.plainEs))}
      ${row('notice.who', html`<b>${data.name}</b>`)}
      ${row('notice.since', data.since && html`<b>${when(data.since, data.about)}</b>`)}
      ${row('notice.known', html`${when(data.known, data.knownAbout)} <span class="soft">${late(data)}</span>`)}
      ${row('notice.by', data.alreadyTrue ? say('watch.already') : begins && cause(data.by, data.byText, data.byClock))}
      ${row('notice.undoneBy', !begins && cause(data.undoneBy, data.undoneByText, data.undoneByClock))}
      ${row('notice.canUndo', worded(data.canBeUndone, data.canBeUndoneEs))}
      ${row('notice.now', this.facts && turnsOf(this.facts, (election, id) => naming(this.all, election, id)))}
    </dl></section>`;
  }

  private worded(index: number): string | undefined {
    const entry = this.entries.get(index);
    return entry && worded(entry.text, entry.textEs);
  }

  private readonly link = (election: string, index: number): TemplateResult =>
    html`<a href=${asHere(`/${election}/record?from=${index}`)}>${number(index)}</a>`;

  private rests({ election, entries, more, proofs, by, undoneBy }: Notice['data']): TemplateResult {
    const turned = by ?? undoneBy;
    return html`<section><h2>${say('notice.rests')}</h2><ol class="rests">${entries.map((index) => {
      const known = this.entries.get(index);
      const text = this.worded(index) ?? rawly(proofs?.find((each) => each.index === index)?.entry);
      return html`<li>${this.link(election, index)}<span>${index === turned ? html`<b>${text}</b>` : text}${
        known ? html`<br /><span class="soft">${known.source.title}</span>` : nothing
      }</span><b class="num">${known ? given(known.entry.at as string) : ''}</b></li>`;
    })}</ol>${more ? html`<p class="soft">${say('notice.more', { n: more })}</p>` : nothing}</section>`;
  }

  /** Each rung then, the highest first: bars from both sides, a line at the majority, and the numbers beside them. */
  private official(): TemplateResult | typeof nothing {
    const { standing, notice } = this;
    const two = this.all.find((each) => each.id === notice?.data.election)?.order.slice(0, 2) ?? [];
    if (!standing || two.length < 2) return nothing;
    const whole = standing.electors.entitled;
    const rungs = RUNGS.map((stage, place) => ({ place, rung: standing.ladder.find((each) => each.stage === stage) }))
      .filter(({ place, rung }) => SHOWN.includes(place) || Object.values(rung?.electors ?? {}).some((n) => n))
      .toReversed();
    const part = (n: number) => `${((100 * n) / whole).toFixed(2)}%`;
    const [left, right] = two.map((id) => naming(this.all, notice!.data.election, id));
    const scale = say('notice.electors', { n: whole, left, right });
    return html`${hatches()}<section><h2>${say('notice.official')} <em>${scale}</em></h2>
      <table class="then"><thead class="quietly"><tr><th>${say('watch.ackStage')}</th><th>${left}</th><th></th>
        <th>${right}</th></tr></thead>
      <tbody>${rungs.map(({ place, rung }) => {
        const [a, b] = two.map((id) => rung?.electors?.[id] ?? 0);
        const line = part(Math.floor(whole / 2) + 1);
        return html`<tr><th scope="row">${say(`stage.${RUNGS[place]}`)}</th><td class="num">${number(a)}</td>
          <td><svg width="100%" height="14" aria-hidden="true">
            <rect width=${part(a)} height="14" class=${inked('b', fillOf(place))} />
            <rect x=${part(whole - b)} width=${part(b)} height="14" class=${inked('r', fillOf(place))} />
            <line x1="0" x2="100%" y1="0" y2="0" /><line x1="0" x2="100%" y1="14" y2="14" />
            <line x1=${line} x2=${line} y1="-3" y2="17" /></svg></td>
          <td>${number(b)}</td></tr>`;
      })}</tbody></table></section>`;
  }

  private proves(proof: Checked): TemplateResult {
    return html`<section><h2>${say('notice.proof')} <em>${say('notice.hereAlone')}</em></h2>
      ${proof.proved.map((each) => this.proved(each))}
      ${
        proof.named.length
          ? html`<p>${say('notice.named', { entries: proof.named.map(number).join(', ') })}</p>`
          : nothing
      }
      ${proof.proved.length ? nothing : html`<p>${say('notice.noProof')}</p>`}</section>
      ${proof.note ? this.checkpoint(proof, proof.note) : nothing}`;
  }

  private proved({ index, line, leaf, path, root, right }: Proved): TemplateResult {
    return html`<details ?open=${!right}><summary><b>${say(right ? 'check.yes' : 'check.no')}</b>
        ${say(right ? 'notice.stands' : 'notice.altered', { n: index })}</summary>
      <p class="mono soft">${line}</p>
      <ol class="path"><li><b>${say('notice.leaf')}</b> ${leaf}</li>${path.map(
        (hash, i) => html`<li class="soft"><span>${i + 1}</span> ${hash}</li>`,
      )}<li><b>${say('notice.root')}</b> ${root || '-'}</li></ol></details>`;
  }

  private checkpoint({ fits }: Checked, note: NonNullable<Checked['note']>): TemplateResult {
    const names = note.signatures.map((each) => each.name).join(', ');
    const size = say('notice.size', { n: note.size });
    return html`<section class="checkpoint"><h2>${say('checkpoint')} <em>${size}</em></h2>
      <p class="mono">${note.origin}<br />${note.size}<br />${note.root}</p>
      <p><b>${say(fits ? 'check.yes' : 'check.no')}</b> ${say(fits ? 'notice.fits' : 'notice.other')}</p>
      ${
        names
          ? html`<p><label>${say('check.key', { names })} <input class="key-of" spellcheck="false" autocomplete="off"
              @change=${async (event: Event) => {
                const found = await signedBy(note, (event.target as HTMLInputElement).value);
                this.signed = found;
              }} /></label></p><p role="status">${
                this.signed
                  ? html`<b>${say(
                      this.signed === 'signed' ? 'check.yes' : 'check.no',
                    )}</b> ${say(`check.${this.signed.replace(/ /g, '-')}`)}`
                  : nothing
              }</p>`
          : html`<p class="soft">${say('check.unsigned')}</p>`
      }</section>`;
  }

  private yourself(): TemplateResult {
    return html`<section><h2>${say('notice.yourself')}</h2>
      <p><code>./ascertain verify notice.json</code></p>
      <p class="soft">${say('notice.steps')} ${say('notice.asked')}</p>
      <p class="soft">${say('check.leaves')}</p>
      <p class="acts"><a href="#notice">${say('notice.another')}</a></p></section>`;
  }
}

/** That what it rests on stands in the record: all of it, or so many. */
const stands = ({ proved, named }: Checked, more: number): string =>
  named.length + more
    ? say('notice.provenPart', { n: proved.length, of: proved.length + named.length + more })
    : say('notice.proven');

/** Whether it became known as it came true, or later. */
const late = ({ since, known }: Notice['data']): string => {
  if (!since) return '';
  return say(effective(known) - effective(since) > 60_000 ? 'notice.later' : 'notice.atOnce');
};

/** What an entry's own line says, where nobody words it. */
const rawly = (line = '{}'): string => {
  const { fact, unit, jurisdiction, caller, authority, for: whom, at } = JSON.parse(line) as Record<string, string>;
  return [fact, unit ?? jurisdiction, caller ?? authority, whom, at].filter(Boolean).join(' · ');
};
