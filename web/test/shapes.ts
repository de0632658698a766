import ts from 'typescript';

/** The types of `src/model/api.ts` as the compiler reads them, to hold an answer of the server against. */
export class Shapes {
  private readonly checker: ts.TypeChecker;
  private readonly types = new Map<string, ts.Type>();
  /** Every declared property by name, and whether some answer had it. */
  private readonly seen = new Map<string, boolean>();

  constructor(file: string) {
    const options = { strict: true, target: ts.ScriptTarget.ES2022, skipLibCheck: true, noEmit: true, types: [] };
    const program = ts.createProgram([file], options);
    this.checker = program.getTypeChecker();
    ts.forEachChild(program.getSourceFile(file)!, (node) => {
      if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
        this.types.set(node.name.text, this.checker.getTypeAtLocation(node.name));
    });
  }

  /** What of an answer its type does not say, one line a fault; nothing where they agree. */
  faults(name: string, answer: unknown): string[] {
    const type = this.types.get(name);
    return type ? this.differ(answer, type, name) : [`${name} is no type of the page`];
  }

  /** Properties of the types named that no answer had. */
  unseen(): string[] {
    return [...this.seen].filter(([, seen]) => !seen).map(([name]) => name);
  }

  private differ(value: unknown, type: ts.Type, path: string): string[] {
    if (type.isUnion()) return this.oneOf(value, type, path);
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return [];
    const kind = value === null ? 'null' : typeof value;
    const right =
      flags & ts.TypeFlags.StringLike
        ? kind === 'string' && (!type.isStringLiteral() || type.value === value)
        : flags & ts.TypeFlags.NumberLike
          ? kind === 'number' && (!type.isNumberLiteral() || type.value === value)
          : flags & ts.TypeFlags.BooleanLike
            ? kind === 'boolean'
            : flags & ts.TypeFlags.Null
              ? kind === 'null'
              : undefined;
    if (right !== undefined) return right ? [] : [`${path} is ${JSON.stringify(value)?.slice(0, 60)}`];
    if (this.checker.isTupleType(type)) return this.places(value, type, path);
    if (this.checker.isArrayType(type)) return this.members(value, type, path);
    return this.properties(value, type, path);
  }

  /** What is there is held against what it may be beside absent. */
  private oneOf(value: unknown, type: ts.UnionType, path: string): string[] {
    const types = type.types.filter((t) => !(t.flags & ts.TypeFlags.Undefined));
    let least: string[] | undefined;
    for (const one of types) {
      const faults = this.differ(value, one, path);
      if (!least || faults.length < least.length) least = faults;
      if (!faults.length) break;
    }
    return least ?? [];
  }

  private places(value: unknown, type: ts.Type, path: string): string[] {
    const types = this.checker.getTypeArguments(type as ts.TypeReference);
    const { minLength } = (type as ts.TupleTypeReference).target;
    if (!Array.isArray(value) || value.length < minLength || value.length > types.length)
      return [`${path} is no list of ${types.length}`];
    return value.flatMap((item, i) => this.differ(item, types[i], `${path}[${i}]`));
  }

  private members(value: unknown, type: ts.Type, path: string): string[] {
    if (!Array.isArray(value)) return [`${path} is no list`];
    const [of] = this.checker.getTypeArguments(type as ts.TypeReference);
    return value.flatMap((item) => this.differ(item, of, `${path}[]`));
  }

  private properties(value: unknown, type: ts.Type, path: string): string[] {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no object`];
    const rest = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    const declared = new Map(this.checker.getPropertiesOfType(type).map((p) => [p.name, p]));
    const faults: string[] = [];
    for (const [name, property] of declared) {
      const there = name in value;
      const owner = (property.declarations?.[0].parent as ts.InterfaceDeclaration | undefined)?.name?.text;
      const key = `${owner ?? path.replace(/^.*\./, '')}.${name}`;
      this.seen.set(key, there || (this.seen.get(key) ?? false));
      if (!there && !(property.flags & ts.SymbolFlags.Optional)) faults.push(`${path}.${name} is missing`);
    }
    for (const [name, item] of Object.entries(value)) {
      const property = declared.get(name);
      const of = property ? this.checker.getTypeOfSymbol(property) : rest;
      if (of) faults.push(...this.differ(item, of, `${path}.${property ? name : '*'}`));
      else faults.push(`${path}.${name} is not declared`);
    }
    return faults;
  }
}
