// What the server answers. Tests hold these types against answers that are kept; what no answer has is not declared.
// Long, because the answers share their types and the server has one list of them.

export interface Candidate {
  id: string;
  name: string;
  party?: string;
}
export type Electors = Record<string, number>;
export interface Source {
  id: string;
  title: string;
  publisher?: string;
  date?: string;
  url?: string;
}

/** What every answer says of an election that is not over: whether it runs, and whether it is played again. */
export interface Edition {
  rehearsal?: boolean;
  live?: boolean;
}

/** An election: its people, places and sources. */
export interface Meta extends Edition {
  id: string;
  year: number;
  candidates: Candidate[];
  tickets: { id: string; president: string; vicePresident?: string; slate?: string }[];
  callers: { id: string; name: string }[];
  caller?: string;
  units: { id: string; jurisdiction: string; electors: number; name: string; nameEs: string }[];
  jurisdictions: { id: string; name: string; nameEs: string }[];
  /** When polls close by the law of each state that was gathered; elections before 2020 have none. */
  closings: { jurisdiction: string; firstMs: number; lastMs: number }[];
  sources: number;
  /** Every source as it was named first; in the answer about an election alone. */
  sourceList?: Source[];
  firstMs?: number;
  lastMs?: number;
  entries: number;
}

export interface Passed {
  candidate: string;
  /** Who else has one, where an elector has two votes for President. */
  beside?: string[];
  since: string;
  entry: number;
  about?: boolean;
  /** Known only from a later fact: at the latest then. */
  implied?: boolean;
}
/** What the record holds of a kind of fact. */
export interface Coverage {
  extent: 'complete' | 'partial' | 'none';
  units?: number;
  of?: number;
  /** The day up to which the record says so. */
  until?: string;
}
export interface Rung {
  coverage?: Coverage;
  stage: string;
  electors?: Electors;
  /** Nobody's: open, where the record is complete and nobody has it, and unknown, where it is not. */
  unassigned?: number;
  open?: number;
  unknown?: number;
  implied?: string[];
  caller?: string;
  president?: string;
  callers?: Record<string, Electors>;
  /** How many of a newsroom's calls of places the record has. */
  unitCalls?: Record<string, { known: number; of: number }>;
  /** Newsrooms' calls of the whole election. */
  presidency?: Record<string, { for: string; since: string; about?: boolean; entry: number }>;
  majority?: Passed;
}

export interface Answer {
  candidate: string;
  by?: string;
  why: string;
  rules?: string[];
  entries?: number[];
  more?: number;
}
export interface Outcome {
  verdict: 'determined' | 'alternatives' | 'not-yet' | 'no-rule';
  candidate?: string;
  by?: string;
  stage?: string;
  missing?: string[];
  rules?: string[];
  entries?: number[];
  more?: number;
  alternatives?: Answer[];
}
export interface Outcomes {
  president: Outcome;
  vicePresident: Outcome;
}
/** Who serves where the electors' choice cannot: 20th Amendment, section 3. */
export interface Succession {
  verdict: string;
  who?: string;
  capacity?: string;
  rules?: string[];
}

export interface Ballots {
  president?: Electors;
  vicePresident?: Electors;
  /** Until 1800 an elector cast two votes for one office. */
  both?: Electors;
}
export interface Settled {
  verdict: string;
  outstandingAtMost?: number;
  margin?: number;
  why?: string;
  whyEs?: string;
  /** What stands beside the verdict and changes nothing of it. */
  beside?: string[];
  besideEs?: string[];
}
export interface UnitRow {
  unit: string;
  jurisdiction: string;
  electors: number;
  stage?: string;
  votes?: Electors;
  other?: number;
  total?: number;
  exact?: boolean;
  registered?: number;
  ballots?: { cast?: number; over?: number; under?: number; invalid?: number };
  reporting?: { units: number; of: number };
  otherSources?: { source: string; votes: Electors; difference: Electors; entry: number }[];
  certifiedVotes?: Electors;
  calls?: Record<string, string>;
  appointedFor?: Electors;
  electorVotes?: Ballots;
  jurisdictionElectors?: { entitled: number; appointed?: number; cast?: number; counted?: number };
  count?: Ballots & { result?: string };
  challenges?: string[];
  settled?: Settled;
  entries?: number[];
  /** Sums of the units below. */
  below?: { units: number; votes: Electors; residual?: Electors };
  ranked?: Ranked;
  /** The law of its state, where one jurisdiction was asked for. */
  law?: Provision[];
  notFound?: string[];
}

/** The rounds of a count of ranked ballots. */
export interface Ranked {
  rounds: { votes: Electors; exhausted: number; eliminated: string[]; byLot?: boolean }[];
  elected?: string;
  missing?: string[];
  missingParts?: string[];
}
/** What a state's law says on one matter, and how that is known. */
export interface Provision {
  field: string;
  value?: string;
  date?: string;
  /** The first and the last hour, where places of a state differ. */
  first?: string;
  last?: string;
  how?: string;
  source?: string;
  addresses?: string[];
  rule?: string;
}

export interface Ruling {
  at: string;
  about?: boolean;
  outcome: string;
  outcomeEs?: string;
  for?: string;
  final?: boolean;
  entry: number;
}
export interface Challenge {
  /** All of a unit's result, or at most so many ballots. */
  atStake?: string | number;
  note?: string;
  id: string;
  kind: string;
  name: string;
  venue: string;
  units?: string[];
  /** What it is about. */
  subject?: string[];
  filed: string;
  about?: boolean;
  open?: boolean;
  entry: number;
  rulings: Ruling[];
}

export interface Deadline {
  rule: string;
  due: string;
  dueMs: number;
  what: string;
  whatEs: string;
  text: string;
  textEs?: string;
  citation?: string;
  met: string[];
  missed: string[];
  unknown: string[];
  open: string[];
  reasons?: Record<string, string>;
  reasonsEs?: Record<string, string>;
}

export interface Base {
  base: number;
  majority: number;
  why: string;
  rules?: string[];
  entries?: number[];
}
export interface FourNumbers {
  entitled: number;
  appointed?: number;
  cast?: number;
  counted?: number;
  asFarAsKnown: string[];
  base?: number;
  majority?: number;
  rules?: string[];
  provisional?: boolean;
  alternatives?: Base[];
}

export interface Standing extends Edition {
  election: string;
  law: number;
  at: string;
  atMs: number;
  known?: string;
  entries: number;
  /** The stage that the headline names. */
  headline?: string;
  electors: FourNumbers;
  popularVote?: Record<string, number | boolean | string>;
  popularVoteFrom?: { certified: number; reported: number; sums: number };
  ladder: Rung[];
  outcome: Outcomes;
  succession?: Succession;
  units: UnitRow[];
  deadlines: Deadline[];
  /** Days that the states' own laws set. */
  stateDeadlines: Deadline[];
  challenges?: Challenge[];
  acknowledgements?: Acknowledgement[];
  statements?: Statement[];
  problems: Problem[];
  /** What stands and somebody should look at. */
  remarks: Problem[];
}
/** What somebody did on the strength of a result, and the highest rung that had a majority then. */
export interface Acknowledgement {
  entry: number;
  at: string;
  actor: string;
  country?: string;
  toward: string;
  stance?: string;
  form: string;
  quote?: string;
  quotes?: string[];
  waits?: string;
  stage?: string;
}
/** What an official said of the election. */
export interface Statement {
  entry: number;
  at: string;
  actor: string;
  body?: string;
  about: string;
  units?: string[];
  quote?: string;
  text?: string;
  stage?: string;
}
export interface Problem {
  index: number;
  code: string;
  path?: string;
  sentence: string;
}

/**
 * A change of the story: [moment, entry, unit or -1, votes by ticket or 0, stage or -1, electors by rung or 0]; where
 * there are any, the rungs of these that the entry only implies.
 */
export type Change = [number, number, number, number[] | 0, number, Record<string, number[]> | 0, number[]?];

/** What an entry did, in parts, so that it can be said in any language. */
export interface Parts {
  fact?: string;
  unit?: string | null;
  candidate?: string | null;
  stage?: string;
  caller?: string;
  at?: string;
  about?: boolean;
}
export interface Majority extends Parts {
  stage: string;
  candidate: string;
  sinceMs: number;
  since: string;
  entry: number;
  by: string;
  byEs?: string;
  /** Others came within the same day or bounds: any of them may have brought it. */
  oneOfSeveral?: boolean;
  implied?: boolean;
  untilMs?: number;
  until?: string;
  undoneBy?: number;
  undoneText?: string;
  undoneTextEs?: string;
}
export interface Mark extends Parts {
  ms: number;
  entry: number;
  kind: string;
  /** Known only from a later fact: at the latest then. */
  implied?: boolean;
  text: string;
  textEs?: string;
}
export interface Story extends Edition {
  /** Says that each row of votes has one figure more: votes for others than the tickets. */
  others?: boolean;
  election?: string;
  /** Says that the changes are summed up at one moment, until the whole story comes. */
  brief?: boolean;
  entries: number;
  /** Places in the candidates, in drawing order: from the left rail, from the right, then those between them. */
  order: number[];
  units: string[];
  jurisdictions: string[];
  candidates: string[];
  tickets: string[];
  stages: string[];
  majority: number;
  entitled: number;
  changes: Change[];
  majorities: Majority[];
  declared: { ms: number; entry?: number; electors: number[] }[];
  marks: Mark[];
}

/** What the page draws first. */
export interface Glance extends Edition {
  atMs: number;
  about: Meta;
  story: Story;
  standing: Standing;
}

export interface Summary extends Edition {
  id: string;
  year: number;
  title: string;
  candidates: Candidate[];
  tickets: Meta['tickets'];
  entries: number;
  /** Who stands where: from the left rail, from the right, then those between them. */
  order: string[];
  firstMs?: number;
  lastMs?: number;
  electors: FourNumbers;
  popularVote?: Standing['popularVote'];
  popularVoteFrom?: Standing['popularVoteFrom'];
  ladder: Rung[];
  outcome: Outcomes;
  succession?: Succession;
}

export interface Entry {
  index: number;
  fact: string;
  at: string;
  source: string | Source;
  [field: string]: unknown;
}
export interface Proven {
  election: string;
  index: number;
  entry: Entry;
  /** The entry in a clause. */
  text: string;
  textEs: string;
  atMs: number;
  knownMs: number;
  source: Source;
  leaf?: string;
  size?: number;
  proof?: string[];
  root?: string;
  checkpoint?: string;
}
export interface Why extends Edition {
  text: string;
  /** The same in Spanish; not where a sentence of a law is in it. */
  textEs?: string;
  rules?: { id: string; text?: string; textEs?: string; citation?: string }[];
  entries?: {
    index: number;
    at?: string;
    about?: boolean;
    source?: string;
    note?: string;
    text?: string;
    textEs?: string;
  }[];
  children?: Why[];
  figure?: string;
  /** The entry that is struck, and the same figure without it. */
  struck?: number;
  without?: Why;
}
export interface When extends Edition {
  election: string;
  condition: string;
  understood: string;
  holds: boolean;
  answer: 'held' | 'unknown' | 'never';
  missing?: string[];
  missingEs?: string[];
  turns: {
    candidate: string;
    since: string;
    /** That time is about right. */
    about?: boolean;
    /** Since then at the latest. */
    implied?: boolean;
    until?: string;
    untilAbout?: boolean;
    /** Until then at the earliest. */
    untilAtEarliest?: boolean;
    known?: string;
    entries?: number[];
    undoneBy?: number;
  }[];
}

/** All elections, each with its result. */
export interface Elections {
  elections: Summary[];
}
export interface Challenges extends Edition {
  election: string;
  challenges: Challenge[];
}

/** What the units below those that appoint electors have reported: votes by ticket, -1 where there is no figure. */
export interface ElectionFormats {
  election: string;
  at: string;
  formats: {
    id: string;
    title: string;
    address: string;
    files: { part: string; name: string; leftOut: number }[];
    leftOut: {
      facts: number;
      kinds: CountedFacts[];
      superseded: CountedFacts[];
      elsewhere: CountedFacts[];
      losses: CountedFacts[];
    };
  }[];
}
export interface CountedFacts {
  what: string;
  facts: number;
}
export interface Counties extends Edition {
  election: string;
  units: Record<string, number[]>;
  sources: string[];
}

/** The rules in force for an election. */
export interface Paths {
  election: string;
  at: string;
  rung: string;
  caller?: string;
  /** Who has called a place so far. */
  callers: string[];
  /** Open places of which the record may merely lack the call. */
  mayLack: string[];
  electors: number;
  majority: number;
  decided: Record<string, number>;
  open: string[];
  ways: Record<string, string>;
  ties: string;
  smallest: { candidate: string; size: number; number: string; sets: string[][] }[];
  decides: { unit: string; settings: string }[];
  tipping?: string;
  fewestVotes?: { votes: number; units: string[]; electors: Record<string, number>; majority?: string };
  asCounted: {
    electors: Record<string, number>;
    units: { unit: string; electors: number; candidate: string; margin?: number }[];
  };
  noMargin: string[];
}

/** What evidence there is for a national majority, and what it adds up to. */
export interface AuditStatus {
  election: string;
  winner: string;
  surplusToOverturn: number;
  rounds: number;
  afterElectorsMet: number;
  alpha: number;
  risk: number;
  confirmed: boolean;
  unauditable: string[];
  weakest: { units: string[]; electors: number; product: number }[];
  next?: { unit: string; count: boolean };
  units: { unit: string; electors: number; margin?: number; cards: number; state: string; evidence?: number }[];
  course: { cards: number; risk: number; unit: string }[];
  leftOut: { entry?: number; line?: number; why: string; whyEs?: string }[];
}

/** How few cards could be expected to confirm it. */
export interface AuditPlan {
  election: string;
  winner: string;
  electors: number;
  surplusToOverturn: number;
  alpha: number;
  canConfirm: boolean;
  why?: string;
  cards: { joint?: number; allButSet?: number; apart: number; winnersApart: number };
  units: { unit: string; electors: number; task: string; cards: number }[];
}

export interface Law extends Edition {
  election: string;
  law: number;
  dates: { due: string; what: string; rule: string }[];
  appointmentDays: { first: string; last: string }[];
  electors: Electors;
  rules: LawRule[];
}
export interface LawRule {
  id: string;
  text: string;
  textEs?: string;
  citation: string;
  from: number;
  to?: number;
  keyedOn: string;
  confidence: string;
  displacedBy?: string;
}

/** A new entry as the stream tells it: what it changes of the story, in rows as the story has them. */
export interface LiveEvent {
  rehearsal?: boolean;
  index: number;
  ms: number;
  told: number;
  fact: string;
  unit?: string;
  text: string;
  textEs: string;
  /** How many rows of the story still stand; without it, all of them. */
  kept?: number;
  change?: Change;
  further?: Change[];
}
