import { html, nothing, type TemplateResult } from 'lit';
import type { Paths } from '../model/api';
import type { Scene } from '../model/scene';
import { everyWay as waysOneByOne, waysOf, type Ways } from '../model/ways';
import { list, number, say } from '../words/words';
import { everyWay } from './everyway';
import { nameOf } from './marks';
import { unitName } from './reading';

/** How many sets of each candidate are named one by one, and how many places in a table at once. */
const MOST = 12;
/** Of sets of more places than these only a few are named. */
const LARGE = 4;
const FEW = 2;
/** Of so many open places each way is a column; of more they are counted. */
const MOST_DRAWN = 6;
const WIDE = 200;

export type Side = 'first' | 'second';

/** What a reader supposes: to whom some of the open places go. */
export type Given = Readonly<Record<string, Side>>;

const placesOf = (scene: Scene, units: string[]) => list(units.map((unit) => unitName(scene, unit)));

const electorsIn = (scene: Scene, unit: string) => scene.meta?.units.find(({ id }) => id === unit)?.electors ?? 0;

/** The two between whom ways are counted. */
const two = (paths: Paths) => Object.keys(paths.ways);

/** Whether who gets a majority still depends on where an open place goes. */
export function isStillOpen(paths: Paths): boolean {
  const all = String(2n ** BigInt(paths.open.length));
  return paths.open.length > 0 && ![...Object.values(paths.ways), paths.ties].includes(all);
}

/** The ways that are left if some places go as a reader supposes. */
function left(scene: Scene, paths: Paths, given: Given): Ways {
  const so = { first: 0, second: 0 };
  for (const unit of paths.open) if (given[unit]) so[given[unit]] += electorsIn(scene, unit);
  const free = paths.open.filter((unit) => !given[unit]).map((unit) => electorsIn(scene, unit));
  const [first, second] = two(paths).map((who) => paths.decided[who] ?? 0);
  return waysOf(free, first + so.first, second + so.second, paths.majority);
}

const lead = (scene: Scene, paths: Paths, ways: Ways) => {
  const [who, other] = two(paths).map((candidate) => nameOf(scene, candidate));
  const none = say('paths.none');
  return say('paths.lead', {
    all: number(ways.all),
    n: number(ways.left),
    who,
    m: ways.right ? number(ways.right) : none,
    other,
    neither: ways.neither ? say('paths.neither', { n: number(ways.neither) }) : '',
  });
};

/** The state in a sentence: in how many ways who would have a majority, and what is decided. */
export function pathsHead(scene: Scene, paths: Paths): TemplateResult {
  const [first, second] = two(paths).map((who) => paths.decided[who] ?? 0);
  const open = paths.open.reduce((sum, unit) => sum + electorsIn(scene, unit), 0);
  return html`<h1 class="word">${lead(scene, paths, left(scene, paths, {}))}
    <span class="rest">${say('paths.decided', {
      first,
      second,
      stage: say(`stage.${paths.rung}`),
      open,
    })} ${say('audit.notWeighed')}</span></h1>`;
}

/** What a reader can do to the ways. */
export interface Acts {
  give: (unit: string) => void;
  takeBack: () => void;
  byNext: () => void;
}

/** Which ways to the majority are open while it is, and what becomes of them if some places go as is supposed. */
export function openPaths(scene: Scene, paths: Paths, given: Given, acts: Acts): TemplateResult {
  const isDrawn = paths.open.length <= MOST_DRAWN;
  const beside = isDrawn ? say('paths.every.of', { who: nameOf(scene, two(paths)[1]) }) : nothing;
  return html`<div class="open">
    <section class="broad">${heading(say('paths.every'), beside)}
      ${by(scene, paths, acts)}${picture(scene, paths, given)}${gives(scene, paths, given, acts)}</section>
    <div>${smallest(scene, paths)}${asCounted(scene, paths)}</div>
    ${decides(scene, paths)}${ties(paths)}
    <section>${heading(say('paths.not.head'))}<p class="note">${say('paths.not')}</p></section></div>`;
}

const heading = (what: string, beside: string | typeof nothing = nothing) => html`<h2>${what} <em>${beside}</em></h2>`;

/** A table of many places: the rest of it can be opened. */
function longTable(kind: string, rows: TemplateResult[]): TemplateResult {
  const table = (some: TemplateResult[]) => html`<table class="figures ${kind}"><tbody>${some}</tbody></table>`;
  if (rows.length <= MOST) return table(rows);
  return html`${table(rows.slice(0, MOST))}
    <details><summary>${say('paths.more', { n: rows.length - MOST })}</summary>${table(rows.slice(MOST))}</details>`;
}

const paintOf = (scene: Scene, candidate: string) =>
  scene.sides?.paints[scene.story?.candidates.indexOf(candidate) ?? -1] ?? 'k';

/** Whose calls decide what is open, with what the record may lack of them. */
function by(scene: Scene, paths: Paths, { byNext }: Acts): TemplateResult {
  const name = scene.meta?.callers.find(({ id }) => id === paths.caller)?.name ?? paths.caller;
  return html`<p class="by">${name ? say('paths.by', { caller: name }) : say('paths.byCertificates')} ${
    paths.callers.length > 1
      ? html`<button type="button" class="under" @click=${byNext}>${say('paths.key.c')}</button>`
      : nothing
  }${
    name && paths.mayLack.length
      ? html` <span class="note">${say('paths.mayLack', { caller: name, n: paths.mayLack.length })}</span>`
      : nothing
  }</p>`;
}

function picture(scene: Scene, paths: Paths, given: Given): TemplateResult {
  const { open, decided, majority } = paths;
  if (open.length > MOST_DRAWN) return html`<p class="note">${say('paths.many', { n: open.length })}</p>`;
  const electors = open.map((unit) => electorsIn(scene, unit));
  const [first, second] = two(paths);
  const ways = waysOneByOne(electors, decided[first] ?? 0, decided[second] ?? 0, majority);
  const settings = new Map(paths.decides.map((unit) => [unit.unit, unit.settings]));
  const rows = open.map((unit, i) => ({
    code: unit,
    electors: electors[i],
    given: given[unit],
    isOut: settings.get(unit) === '0',
  }));
  return html`${everyWay(rows, ways, [paintOf(scene, first), paintOf(scene, second)], majority)}
    <p class="note">${say('paths.heights', { who: nameOf(scene, first) })}</p>`;
}

/** A button for each open place, which gives it to one, to the other, and takes it back. */
function gives(scene: Scene, paths: Paths, given: Given, { give, takeBack }: Acts): TemplateResult {
  const [first, second] = two(paths);
  const names = { first: nameOf(scene, first), second: nameOf(scene, second) };
  const supposed = paths.open.filter((unit) => given[unit]);
  const told = supposed.map((unit) => say('paths.goes', { place: unitName(scene, unit), who: names[given[unit]] }));
  return html`<h3>${say('paths.give')}</h3>
    <p class="gives">${paths.open.map((unit) => {
      const side = given[unit];
      return html`<button type="button" class="under" @click=${() => give(unit)}>${unitName(scene, unit)}
        ${
          side
            ? html`<b class="${paintOf(scene, side === 'first' ? first : second)}-ink">${names[side]}</b>`
            : html`<span class="note">${say('paths.open')}</span>`
        }</button> `;
    })}${
      supposed.length
        ? html`<button type="button" class="under" @click=${takeBack}>${say('paths.key.0')}</button>`
        : nothing
    }</p>
    <p role="status" class="supposed">${
      supposed.length
        ? say('paths.if', { places: list(told), lead: lead(scene, paths, left(scene, paths, given)) })
        : nothing
    }</p>`;
}

function smallest(scene: Scene, paths: Paths): TemplateResult {
  return html`<section>${heading(say('paths.smallest'), say('paths.smallest.of'))}
    <ul class="sets">${paths.smallest.map(({ candidate, size, number: n, sets }) => {
      const named = sets.slice(0, size > LARGE ? FEW : MOST);
      const isAll = n === String(named.length);
      const several = isAll ? 'paths.smallest.several' : 'paths.smallest.such';
      const says = !size
        ? say(n === '0' ? 'paths.smallest.none' : 'paths.smallest.needsNone')
        : say(n === '1' ? 'paths.smallest.only' : size === 1 && isAll ? 'paths.smallest.any' : several, {
            n: number(BigInt(n)),
            size,
            sets: named.map((set) => placesOf(scene, set)).join('; '),
          });
      const needs = Math.max(0, paths.majority - (paths.decided[candidate] ?? 0));
      return html`<li><b class="${paintOf(scene, candidate)}-ink">${nameOf(scene, candidate)}</b>
        <span class="note">${say('paths.needs', { n: needs })}</span><br />${says}</li>`;
    })}</ul></section>`;
}

function asCounted(scene: Scene, paths: Paths): TemplateResult {
  const counted = new Map(paths.asCounted.units.map((unit) => [unit.unit, unit]));
  const electors = Object.entries(paths.asCounted.electors).map(([who, n]) => `${nameOf(scene, who)} ${n}`);
  return html`<section>${heading(say('paths.counted'))}
    ${longTable(
      '',
      paths.open.map((unit) => {
        const { candidate, margin } = counted.get(unit) ?? {};
        const who = candidate && html`<b class="${paintOf(scene, candidate)}-ink">${nameOf(scene, candidate)}</b>`;
        return html`<tr><th scope="row">${unitName(scene, unit)}</th><td>${who ?? '–'}</td>
        <td>${margin === undefined ? '–' : number(margin)}</td></tr>`;
      }),
    )}
    <p>${list(electors)}. ${undone(scene, paths)}</p></section>`;
}

function decides(scene: Scene, paths: Paths): TemplateResult {
  const settings = 2n ** BigInt(paths.open.length - 1);
  return html`<section>${heading(say('audit.decides'), say('audit.decides.of', { n: number(settings) }))}
    ${longTable(
      'decides',
      paths.decides.map(
        ({ unit, settings: n }) =>
          html`<tr class=${n === '0' ? 'struck' : ''}><th scope="row">${unitName(scene, unit)}</th>
          <td><b>${number(BigInt(n))}</b></td>
          <td class="long">${
            n === '0'
              ? say('audit.decides.none')
              : html`<svg viewBox="0 0 ${WIDE} 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="cost" x=".5" y=".5" width=${WIDE - 1} height="9"></rect>
                <rect class="bar" width=${(WIDE * Number(n)) / Number(settings)} height="10"></rect></svg>`
          }</td></tr>`,
      ),
    )}</section>`;
}

function ties(paths: Paths): TemplateResult {
  const isNone = paths.ties === '0';
  return html`<section>${heading(
    say('paths.ties', { majority: paths.majority }),
    isNone ? say('paths.none') : number(BigInt(paths.ties)),
  )}<p>${say(isNone ? 'paths.ties.none' : 'paths.ties.some', { n: number(BigInt(paths.ties)) })}</p></section>`;
}

/** How few votes would undo the majority that the votes have, and what is not known of it. */
function undone(scene: Scene, paths: Paths): TemplateResult | typeof nothing {
  if (!paths.fewestVotes) return nothing;
  const { votes, units, majority, electors } = paths.fewestVotes;
  const isTie = Object.values(electors).filter((n) => 2 * n === paths.electors).length === 2;
  return html`${say(majority ? 'audit.fewest.of' : isTie ? 'audit.fewest.tie' : 'audit.fewest.none', {
    votes: number(votes),
    units: placesOf(scene, units),
    n: paths.electors / 2,
  })}${paths.tipping ? html` ${say('audit.tipping', { place: unitName(scene, paths.tipping) })}` : nothing}
  ${
    paths.noMargin.length
      ? html`<span class="note">${say('audit.noMargin', { units: placesOf(scene, paths.noMargin) })}</span>`
      : nothing
  }`;
}

/** Once the majority is decided: how few votes would undo it. */
export function fewestVotes(scene: Scene, paths: Paths): TemplateResult | typeof nothing {
  if (!paths.fewestVotes) return nothing;
  return html`<section>${heading(say('audit.fewest'))}<p>${undone(scene, paths)}</p></section>`;
}
