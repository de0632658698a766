import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { elections } from '../model/asking';
import { number, say } from '../words/words';
import { AnswerPart } from './answerpart';
import { ending, isByElectorsAlone, small, type Small } from './wall';
import { asAnswered } from './inwords';

const SORTS = ['year', 'old', 'close', 'odd'] as const;
type Sort = (typeof SORTS)[number];

const WIDE = 176;
const BAR = 13;

/** Every election as a bar of its electors with names and popular vote, each leading in. */
@customElement('a-elections')
export class Elections extends AnswerPart {
  @state() private all: Small[] = [];
  @state() private sort: Sort = 'year';

  override connectedCallback(): void {
    super.connectedCallback();
    this.learn('elections', elections, (list) => {
      this.all = list.map(small);
    });
  }

  override render() {
    const start = this.scene.room !== 'elections';
    const title = say('elections');
    return html`<section class=${start ? 'start-wall' : 'room'}>
      ${start ? html`<h2>${title}${this.tabs()}</h2>` : html`<h1 class="word">${title}</h1>${this.tabs()}`}
      <p class="key"><span><svg width="22" height="10" aria-hidden="true">
        <rect width="22" height="10" class="t-fill"></rect></svg>
        ${say('wall.key.electors')}</span> <span><svg width="22" height="10" aria-hidden="true">
        <rect y="3" width="22" height="4" class="t-soft"></rect></svg>${say('wall.key.popular')}</span>
        <span class="sides"><b>${say('wall.key.bold')}</b></span></p>
      ${this.refusal ? html`<p>${asAnswered(this.refusal)}</p>` : nothing}
      <ul class="wall">${this.sorted().map((s) => this.one(s))}</ul></section>`;
  }

  private tabs(): TemplateResult {
    return html`<span class="tabs tabs-row" role="group" aria-label=${say('sort')}>${SORTS.map(
      (s) => html`<button type="button" class="tab" aria-pressed=${s === this.sort}
        @click=${() => {
          this.sort = s;
        }}>${say(`sort.${s}`)}</button>`,
    )}</span>`;
  }

  private sorted(): Small[] {
    const year = (a: Small, b: Small) => b.summary.year - a.summary.year;
    const all = this.all.slice().sort(year);
    if (this.sort === 'old') return all.reverse();
    if (this.sort === 'close') return all.sort((a, b) => a.share - b.share || year(a, b));
    return this.sort === 'odd' ? all.filter((s) => !isByElectorsAlone(s)) : all;
  }

  private one(s: Small): TemplateResult {
    const { summary, order, names, electors, president, popular } = s;
    const [first, second] = order;
    const name = (c?: string) => {
      if (c === undefined) return nothing;
      const text = html`${names[c]}${this.fits(s, c) ? nothing : html` <b>${electors[c] ?? 0}</b>`}`;
      return c === president ? html`<b class="${s.paints[c]}-ink">${text}</b>` : html`<span>${text}</span>`;
    };
    const share = (n: number) => `${number(Math.round(n) / 10)} %`;
    const percent = (n: number) => html`<span>${n ? share(n) : ''}</span>`;
    const further = order.slice(2).filter((c) => electors[c]);
    const told = further.slice(0, 3).map((c) => `${names[c]} ${electors[c]}`);
    if (further.length > 3) told.push(say('others', { n: further.length - 3 }));
    for (const { name: who, share: n } of popular?.further ?? []) told.push(`${who} ${share(n)}`);
    return html`<li><a href="/${summary.id}">
      <span class="year"><b>${summary.year}</b> <span class="note">${ending(s)}${
        summary.rehearsal ? ` ${say('rehearsal.short')}` : summary.live ? ` ${say('live')}` : ''
      }</span></span>
      ${this.bar(s)}
      ${
        first === undefined
          ? html`<span class="note">${say('head.nothing')} ${Object.values(names).slice(0, 3).join(', ')}</span>`
          : html`<span class="pair">${name(first)}${name(second)}</span>`
      }
      ${
        popular
          ? html`<span class="pair note">${percent(popular.first)}${
              second === undefined ? nothing : percent(popular.second)
            }</span>`
          : nothing
      }
      ${told.length ? html`<span class="note">${told.join(', ')}</span>` : nothing}
      ${
        s.stage && s.stage !== 'declared' ? html`<span class="note">${say(`stage.${s.stage}`)}</span>` : nothing
      }</a></li>`;
  }

  /** Whether a candidate's figure stands in the bar: his piece is wide enough. */
  private fits({ electors, summary }: Small, c: string): boolean {
    return ((electors[c] ?? 0) / summary.electors.entitled) * WIDE > 26;
  }

  private bar(s: Small): TemplateResult {
    const { summary, order, paints, electors, popular } = s;
    const sum = Object.values(electors).reduce((a, b) => a + b, 0);
    const whole = Math.max(summary.electors.entitled, sum);
    const k = WIDE / whole;
    const [first, second] = order;
    const line = (summary.electors.majority ?? Math.floor(summary.electors.entitled / 2) + 1) * k;
    let edge = WIDE - (electors[second] ?? 0) * k;
    const piece = (c: string, place: number) => {
      const wide = (electors[c] ?? 0) * k;
      if (!wide) return nothing;
      const x = place === 0 ? 0 : place === 1 ? WIDE - wide : (edge -= wide);
      const figure = place < 2 && this.fits(s, c);
      return svg`<rect class="p ${paints[c]}-solid" x=${x} width=${Math.max(wide - 0.5, 0.5)} height=${BAR}></rect>
        ${
          figure
            ? svg`<text class="t ${paints[c]}-on" x=${place ? WIDE - 4 : 4} y="10"
          text-anchor=${place ? 'end' : 'start'}>${electors[c]}</text>`
            : nothing
        }`;
    };
    const votes = popular && [(popular.first / 1000) * WIDE, (popular.second / 1000) * WIDE];
    return html`<svg viewBox="0 0 ${WIDE} 20" aria-hidden="true">
      ${sum ? order.map(piece) : svg`<path class="none" d="M0 .5H${WIDE}M0 ${BAR - 0.5}H${WIDE}"></path>`}
      ${
        votes
          ? svg`<rect class="b-pale" y="15.500" width=${votes[0]} height="3.500"></rect>
            <rect class="r-pale" y="15.500" x=${WIDE - votes[1]} width=${votes[1]} height="3.500"></rect>
            <path class="line" d="M${WIDE / 2} 14.500v5.500"></path>`
          : nothing
      }
      <path class="keyline" d="M${line} 0v${BAR}"></path><path class="line" d="M${line} -1.500v${BAR + 3}"></path>
      ${first === undefined ? nothing : svg`<path class="rails" d="M0 0v${BAR}M${WIDE} 0v${BAR}"></path>`}</svg>`;
  }
}
