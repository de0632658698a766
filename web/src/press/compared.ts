import { html, nothing, type TemplateResult } from 'lit';
import { list, say } from '../words/words';
import { differing, wordings, type Run } from './comparing';
import { counted, headline, sum, VERDICTS, type CheckedTexts, type CountedClaim, type Pair } from './findings';

/** How many claims are listed that several texts make. */
const MOST_CLAIMS = 12;

/** What the server says, and the texts themselves, are in English. */
export const inEnglish = (text: string): TemplateResult => html`<span lang="en">${text}</span>`;

const numbers = (texts: readonly number[]): string => list(texts.map(String));

/** The four lines with what they mean, and how many claims have each. */
export const key = (count: (verdict: string) => number): TemplateResult =>
  html`${VERDICTS.map(
    (verdict) =>
      html`<span><span class="cl ${verdict}">${say(`verdict.${verdict}`)}</span> <b>${count(verdict)}</b></span>`,
  )}`;

/** Several texts beside each other: what is a copy of what, what was changed, what they all say. */
export const compared = (all: CheckedTexts, names: readonly string[], open: Open): TemplateResult =>
  html`<h2 class="word">${headline(all)} <span class="rest">${sum(all)}</span></h2>
    <div class="key">${key((verdict) => counted(all, verdict))}</div>
    <div class="beside-each">
      <div>${all.copies.filter(({ relation }) => relation === 'same').map(changed)}${inOtherWords(all.copies)}</div>
      <div>${contradicted(all, open)}${shares(all, names)}${claims(all, open)}</div>
    </div>`;

/** What one copy has otherwise than the other; then what one has alone. */
function changed({ a, b, changes = [] }: Pair): TemplateResult {
  const both = changes.filter((change) => change.a && change.b);
  return html`<section><h2>${say('press.differs', { a, b })}
      <em><del>${say('press.onlyIn', { n: a })}</del> <ins>${say('press.onlyIn', { n: b })}</ins></em></h2>
    ${changes.length ? nothing : html`<p>${say('press.alike')}</p>`}
    <ul class="lines">${both.map((change) => html`<li lang="en">${differing(change.a, change.b).map(run)}</li>`)}
      ${alone(
        a,
        changes.filter((change) => !change.b).map((change) => change.a),
      )}
      ${alone(
        b,
        changes.filter((change) => !change.a).map((change) => change.b),
      )}</ul></section>`;
}

/** Sentences that one text has alone. */
const alone = (text: string, sentences: readonly string[]): TemplateResult | typeof nothing =>
  sentences.length
    ? html`<li class="alone"><b>${say('press.onlyIn', { n: text })}</b>
        ${sentences.map((sentence) => html`<span lang="en">${sentence}</span>`)}</li>`
    : nothing;

const run = ({ words, of }: Run): TemplateResult =>
  of === 'one' ? html`<del>${words}</del> ` : of === 'other' ? html`<ins>${words}</ins> ` : html`${words} `;

/** One message as texts put it that are no copies of each other: what differs from the first is bold. */
function inOtherWords(pairs: readonly Pair[]): TemplateResult[] {
  return wordings(pairs).map(
    (group) =>
      html`<section><h2>${say('press.wordings', { n: group.length })} <em>${say('press.rendered')}</em></h2>
        <ul class="lines wordings" lang="en">${group.map(
          ({ texts, words }) =>
            html`<li><b>${texts.join(', ')}</b> <span>${differing(group[0]!.words, words).map((each) =>
              each.of === 'both' ? `${each.words} ` : each.of === 'other' ? html`<b>${each.words}</b> ` : nothing,
            )}</span></li>`,
        )}</ul></section>`,
  );
}

function shares({ texts, copies }: CheckedTexts, names: readonly string[]): TemplateResult {
  const pair = (one: number, other: number) =>
    copies.find(({ a, b }) => a === String(one + 1) && b === String(other + 1));
  return html`<section><h2>${say('press.shares')} <em>${say('press.runs')}</em></h2>
    <table class="shares"><thead><tr><th></th>${texts
      .slice(1)
      .map((_, place) => html`<th scope="col">${place + 2}</th>`)}</tr></thead>
    <tbody>${texts.slice(0, -1).map(
      (_, one) =>
        html`<tr><th scope="row">${one + 1}</th>${texts.slice(1).map((__, place) => {
          const found = place + 1 > one ? pair(one, place + 1) : undefined;
          return html`<td>${
            found
              ? html`<b>${say('press.hundredths', { n: Math.round(found.shared * 100) })}</b>
                  <span class="note">${say(`press.${found.relation}`)}</span>`
              : nothing
          }</td>`;
        })}</tr>`,
    )}</tbody></table>
    <ol class="names">${names.map((name) => html`<li>${name}</li>`)}</ol>
    <p class="note">${say('press.limits')}</p></section>`;
}

type Open = (text: number, claim: CountedClaim) => void;

/** A claim with what it is, and who makes it; it opens where the first of them makes it. */
const line = (claim: CountedClaim, open: Open): TemplateResult =>
  html`<li><button type="button" class="words" lang="en" @click=${() => open(claim.texts[0]!, claim)}>${quoted(
    claim.claim,
  )}</button>
    <span class="soft">${say(`verdict.${claim.verdict}`)}; ${say('press.inTexts', { texts: numbers(claim.texts) })},
      <b>${say('press.ofSources', { n: claim.sources })}</b></span></li>`;

function contradicted({ claims: all }: CheckedTexts, open: Open): TemplateResult | typeof nothing {
  const wrong = all.filter(({ verdict }) => verdict === 'contradicted');
  return wrong.length
    ? html`<section><h2>${say('press.against')}</h2>
        <ul class="lines once">${wrong.map((claim) => line(claim, open))}</ul></section>`
    : nothing;
}

/** The claims that several texts make, those of the most sources first. */
function claims({ claims: all }: CheckedTexts, open: Open): TemplateResult | typeof nothing {
  const shared = all
    .filter(({ texts }) => texts.length > 1)
    .sort((one, other) => other.sources - one.sources || other.texts.length - one.texts.length);
  if (!shared.length) return nothing;
  const left = shared.length - MOST_CLAIMS;
  return html`<section><h2>${say('press.countsOnce')}</h2>
    <ul class="lines once">${shared.slice(0, MOST_CLAIMS).map((claim) => line(claim, open))}</ul>
    ${left > 0 ? html`<p class="note">${say('press.more', { n: left })}</p>` : nothing}</section>`;
}

/** Words in quotation marks, which they may have already. */
export const quoted = (claim: string): string => {
  const bare = claim
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^["“]+|["”]+$/gu, '');
  return `“${bare}”`;
};
