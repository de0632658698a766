// What the server answers to the people of a desk; the schemas of the same names say more.

import type { Alert, Found } from '../model/alerts';

/** Something that the asker may do now: the server says so, and nothing else makes a button. */
export interface Next {
  act: string;
  method: string;
  href?: string;
  why: string;
}

export type Role = 'recorder' | 'reviewer' | 'administrator' | 'auditor';

export interface Person {
  account: number;
  name?: string;
  roles: Role[];
  ready: boolean;
  invitation?: string;
  subject?: string;
  /** Roles that one administrator wants for them, and another has to want too. */
  wish?: { roles: Role[]; by: number };
}

/** Whether one may sign in by a provider, too; and whom it named just now, if no account is tied to them. */
export interface Provider {
  provider?: string;
  subject?: string;
}

export interface Session extends Person {
  next: Next[];
}

export interface Token {
  id: number;
  label: string;
  scope: Record<string, string[]>;
  policy: string;
  created: string;
  expires: string;
  revoked?: string;
  lastUsed?: string;
  good: boolean;
  token?: string;
}

export type Draft = { fact: string; [field: string]: unknown };

export interface Paper {
  kind: string;
  unit: string;
  fields: string[];
  source: { id: string; title: string };
  scan?: string;
}

export interface Proposal {
  id: number;
  version: number;
  state: string;
  kind: string;
  unit?: string;
  by: number;
  opened: string;
  changed: string;
  firstEntry?: number;
  lastEntry?: number;
  facts?: Draft[];
  reason?: string;
  scan?: string;
  findings?: Finding[];
  reviewer?: number;
  remark?: string;
  fields?: string[];
  paper?: Paper;
  typists?: number[];
  typist?: number;
  until?: string;
  typed?: Record<string, string>;
  retyped?: number;
  differ?: string[];
  sides?: { typist: number; remark?: string; fields: Record<string, string> }[];
  second?: number;
  decider?: number;
  waits: { for: string }[];
  next: Next[];
}

export interface Finding extends Found {
  path?: string;
  advice?: string;
}

export interface KeptRow {
  id: number;
  intake: number;
  row: number;
  raw: string;
  unit?: string;
  fact?: Draft;
  inForce?: { entry: number; source: string; votes: Record<string, number>; other?: number; total?: number };
  findings: Finding[];
  follows?: number;
  followers?: number;
  overtaken?: string;
  shown?: Finding[];
  state: string;
  version: number;
  account?: string;
  until?: string;
  reason?: string;
  entry?: number;
  follow?: number;
  next: Next[];
}

export interface Raised extends Alert {
  id: number;
  raised: string;
  why: string;
}

export interface Due {
  unit: string;
  what: string;
  due: string;
  overdue: boolean;
  rule: string;
  who?: string;
}

export interface Freeze {
  version: number;
  frozen: boolean;
  since?: string;
  reason?: string;
  entries?: number;
  by?: number;
  second?: number;
  asked?: string;
  next?: Next[];
}

export interface Hold {
  entry: number;
  account?: number;
  since?: string;
  reason: string;
}

export interface TrailLine {
  id: number;
  at: string;
  account: number;
  act: string;
  object: string;
  body: Record<string, string>;
  leaf: string;
}

/** How far each list has come. */
export interface Changes {
  entries: number;
  proposals: number;
  kept: number;
  alerts: number;
  freeze: number;
  holds: number;
}
