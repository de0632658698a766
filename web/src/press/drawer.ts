import { html, nothing, type TemplateResult } from 'lit';
import { effective, longDay } from '../model/moments';
import { say } from '../words/words';
import { inEnglish, quoted } from './compared';
import type { CheckedText, Finding } from './findings';
import './resting';

/** As of which day a text was judged, in words. */
export const dayOf = ({ day }: CheckedText): string => (day ? longDay(effective(day)) : '');

/** One claim with the verdict on it, and what that rests on. */
export const drawer = (finding: Finding, place: number, checked: CheckedText, close: () => void): TemplateResult => {
  const { asOf } = finding;
  return html`<aside class="beside" aria-label=${say('press.claim', { n: place + 1 })}>
    <div class="top"><h2>${say(`verdict.${finding.verdict}`)}</h2>
      <span class="note">${say('press.place', { n: place + 1, all: checked.findings.length })}</span>
      <button type="button" class="quiet" @click=${close}>${say('close')}</button></div>
    <blockquote>${inEnglish(quoted(finding.claim))}</blockquote><p>${inEnglish(finding.why)}</p>
    <h3>${say('why.entries')}</h3>
    <a-resting .election=${finding.election} .entries=${finding.entries} .more=${finding.more ?? 0}></a-resting>
    <h3>${say('press.times')}</h3>
    <p>${dayOf(checked)}: <b>${say(`verdict.${finding.verdict}`)}</b></p>
    <p>${say('press.today')}: <b>${say(`verdict.${(asOf ?? finding).verdict}`)}</b> ${inEnglish(asOf?.why ?? '')}</p>
    <h3>${say('press.read')}</h3><p class="mono">${finding.kind}, ${finding.form}; ${finding.election}</p>
  </aside>`;
};

/** What the whole record says to a claim, where that is something else. */
const today = ({ asOf }: Finding): TemplateResult | typeof nothing =>
  asOf ? html`${say('press.today')}: <b>${say(`verdict.${asOf.verdict}`)}</b>. ${inEnglish(asOf.why)}` : nothing;

/** All claims of a text as a list, for paper. */
export const report = ({ findings }: CheckedText): TemplateResult =>
  html`<section class="report"><h2>${say('press.claims')}</h2>
    <ol>${findings.map(
      (f) =>
        html`<li><b>${say(`verdict.${f.verdict}`)}</b>: ${inEnglish(quoted(f.claim))} ${inEnglish(f.why)}
          ${today(f)}
          ${f.entries.length ? `[${f.election}: ${f.entries.join(', ')}]` : nothing}${
            f.more ? ` ${say('press.more', { n: f.more })}` : nothing
          }</li>`,
    )}</ol></section>`;
