import type { EcmaScriptModule, StaticExportEntry, StaticImport } from 'oxc-parser';

/** One import statement, re-export or dynamic import. */
export interface ImportEdge {
  readonly specifier: string;
  readonly line: number;
  /** `all` for a namespace, a dynamic import, a star re-export or an import for its effect alone. */
  readonly names: readonly string[] | 'all';
  /** True when nothing of it is left after types are stripped. */
  readonly isTypeOnly: boolean;
}

/** One exported name and where it comes from: `from` is set for a re-export, whose name there is `importedAs`. */
export interface ExportEntry {
  readonly name: string | undefined;
  readonly from: string | undefined;
  readonly importedAs: string | undefined;
  readonly isType: boolean;
}

/** Lists what a module takes from others. */
export function toImportEdges(
  module: EcmaScriptModule,
  text: string,
  lineAt: (offset: number) => number,
): ImportEdge[] {
  const statements = module.staticImports.map((statement) => toStaticEdge(statement, text, lineAt));
  const reexports = module.staticExports.flatMap(({ entries, start }) =>
    entries
      .filter((entry) => entry.moduleRequest !== null)
      .map((entry) => ({
        specifier: entry.moduleRequest?.value ?? '',
        line: lineAt(start),
        names: toReexportedNames(entry),
        isTypeOnly: entry.isType,
      })),
  );
  const dynamic = module.dynamicImports.map(({ moduleRequest, start }) => ({
    specifier: text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
    line: lineAt(start),
    names: 'all' as const,
    isTypeOnly: false,
  }));

  return [...statements, ...reexports, ...dynamic];
}

/** Lists what a module offers, with the origin of what it passes on. */
export function toExportEntries(module: EcmaScriptModule): ExportEntry[] {
  return module.staticExports.flatMap(({ entries }) =>
    entries.map((entry) => ({
      name: kindOf(entry.exportName) === 'Default' ? 'default' : (entry.exportName.name ?? undefined),
      from: entry.moduleRequest?.value,
      importedAs: entry.importName.name ?? undefined,
      isType: entry.isType,
    })),
  );
}

function toStaticEdge(statement: StaticImport, text: string, lineAt: (offset: number) => number): ImportEdge {
  const values = statement.entries.filter((entry) => !entry.isType);
  const isTypeOnly =
    values.length === 0 && (statement.entries.length > 0 || isTypeStatement(statement, text));
  const hasNamespace = values.some((entry) => kindOf(entry.importName) === 'NamespaceObject');

  return {
    specifier: statement.moduleRequest.value,
    line: lineAt(statement.start),
    names:
      hasNamespace || statement.entries.length === 0
        ? 'all'
        : values.map((entry) => entry.importName.name ?? 'default'),
    isTypeOnly,
  };
}

function isTypeStatement(statement: StaticImport, text: string): boolean {
  return /^import\s+type\b/.test(text.slice(statement.start, statement.end));
}

function toReexportedNames(entry: StaticExportEntry): readonly string[] | 'all' {
  return entry.importName.name === null ? 'all' : [entry.importName.name];
}

/** The parser declares its kinds as constant enums, whose names erasable code cannot use; their values are words. */
function kindOf(name: { readonly kind: string }): string {
  return name.kind;
}
