import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Of the repository, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

export interface SourceTypes {
  readonly checker: ts.TypeChecker;
  /** @throws when there is no such interface */
  interfaceIn(path: string, name: string): ts.InterfaceDeclaration;
}

/** The types of these files and of everything that they import, as the compiler knows them. Paths are those of the repository. */
export const readSourceTypes = (paths: readonly string[]): SourceTypes => {
  const program = ts.createProgram(
    paths.map((path) => ROOT + path),
    {
      target: ts.ScriptTarget.ES2023,
      lib: ['lib.es2023.d.ts'],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      customConditions: ['@madoguchi/source'],
      strict: true,
      skipLibCheck: true,
      types: [],
      noEmit: true,
    },
  );
  return {
    checker: program.getTypeChecker(),
    interfaceIn: (path, name) => {
      const found = program
        .getSourceFile(ROOT + path)
        ?.statements.find((statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === name);
      if (!found) throw new Error(`There is no interface ${name} in ${path}`);
      return found as ts.InterfaceDeclaration;
    },
  };
};

/** Where it is declared, as a path of the repository; undefined for what is not ours. */
export const pathOf = (node: ts.Node): string | undefined => {
  const { fileName } = node.getSourceFile();
  return fileName.startsWith(ROOT) && !fileName.includes('/node_modules/') ? fileName.slice(ROOT.length) : undefined;
};

/** The type alias or interface of ours that a reference means. */
export const declarationOf = (
  checker: ts.TypeChecker,
  reference: ts.TypeReferenceNode,
): ts.TypeAliasDeclaration | ts.InterfaceDeclaration | undefined => {
  const named = checker.getSymbolAtLocation(reference.typeName);
  const symbol = named && named.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(named) : named;
  const declaration = symbol?.declarations?.find((one) => ts.isTypeAliasDeclaration(one) || ts.isInterfaceDeclaration(one));
  return declaration && pathOf(declaration) !== undefined ? (declaration as ts.TypeAliasDeclaration | ts.InterfaceDeclaration) : undefined;
};

/** The words of its doc comment, on one line. */
export const docOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .map((doc) => (ts.isJSDoc(doc) ? (ts.getTextOfJSDocComment(doc.comment) ?? '') : ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The last doc comment that stands in this text, on one line. */
export const docIn = (text: string): string => {
  const last = [...text.matchAll(/\/\*\*([\s\S]*?)\*\//g)].at(-1)?.[1] ?? '';
  return last
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
};
