import ts from 'typescript';
import type { CategoryDescription } from './read-events.js';
import { declarationOf, pathOf, type SourceTypes } from './source-types.js';

export interface NamedType {
  readonly name: string;
  readonly path: string;
  /** As it stands in the code. */
  readonly text: string;
}

/** Every type of ours that the data of events names, and those that they name, by name. */
export const namedTypes = ({ checker }: SourceTypes, categories: readonly CategoryDescription[]): readonly NamedType[] => {
  const found = new Map<string, NamedType>();
  const visit = (node: ts.Node): void => {
    const declaration = ts.isTypeReferenceNode(node) ? declarationOf(checker, node) : undefined;
    const path = declaration && pathOf(declaration);
    if (declaration && path && !found.has(`${declaration.name.text} ${path}`)) {
      found.set(`${declaration.name.text} ${path}`, { name: declaration.name.text, path, text: textOf(checker, declaration) });
      visit(declaration);
    }
    ts.forEachChild(node, visit);
  };
  for (const { events } of categories) for (const { data } of events) visit(data);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
};

const textOf = (checker: ts.TypeChecker, declaration: ts.TypeAliasDeclaration | ts.InterfaceDeclaration): string => {
  const [doc] = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc);
  return `${doc ? `${doc.getText()}\n` : ''}${writtenOut(checker, declaration) ?? declaration.getText().replace(/^export /, '')}`;
};

/** A type that is made from a value says nothing to who does not see the value. */
const writtenOut = (checker: ts.TypeChecker, declaration: ts.TypeAliasDeclaration | ts.InterfaceDeclaration): string | undefined => {
  if (!ts.isTypeAliasDeclaration(declaration) || !declaration.type.getText().includes('typeof ')) return undefined;
  const type = checker.getTypeFromTypeNode(declaration.type);
  return `type ${declaration.name.text} = ${checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias)};`;
};
