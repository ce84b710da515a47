import ts from 'typescript';
import { declarationOf, docIn, docOf, pathOf, type SourceTypes } from './source-types.js';

export interface EventField {
  readonly name: string;
  readonly optional: boolean;
  /** As it stands in the code, on one line. */
  readonly type: string;
  readonly doc: string;
}

export interface EventDescription {
  readonly type: string;
  readonly doc: string;
  readonly fields: readonly EventField[];
  /** The type of its data. */
  readonly data: ts.TypeNode;
}

export interface CategoryDescription {
  readonly category: string;
  readonly doc: string;
  /** Where its events are declared. */
  readonly path: string;
  readonly events: readonly EventDescription[];
}

const CATALOGUE = 'libs/use-cases/src/event-catalogue.ts';
export const EVENT_SOURCES: readonly string[] = [CATALOGUE];

/** Every event of the catalogue, category by category, as the types say. */
export const readEvents = (types: SourceTypes): readonly CategoryDescription[] =>
  membersOf(types.checker, types.interfaceIn(CATALOGUE, 'EventsByCategory')).map((member) => {
    const reference = (member as ts.PropertySignature).type;
    const declaration = reference && ts.isTypeReferenceNode(reference) ? declarationOf(types.checker, reference) : undefined;
    if (!declaration || !ts.isTypeAliasDeclaration(declaration)) throw new Error(`${member.getText()} names no type of events`);
    return {
      category: member.name!.getText(),
      doc: docOf(member),
      path: pathOf(declaration)!,
      events: eventsIn(types.checker, declaration.type, docOf(declaration)),
    };
  });

/** Its own, and before them those of the interfaces that it extends. */
const membersOf = (checker: ts.TypeChecker, declaration: ts.InterfaceDeclaration): readonly ts.TypeElement[] => {
  const parents = (declaration.heritageClauses ?? [])
    .flatMap(({ types }) => types)
    .flatMap((parent) => checker.getTypeAtLocation(parent).symbol.declarations ?? [])
    .filter(ts.isInterfaceDeclaration);
  return [...parents.flatMap((parent) => membersOf(checker, parent)), ...declaration.members];
};

/** @param doc of whatever stands around it */
const eventsIn = (checker: ts.TypeChecker, node: ts.TypeNode, doc: string): readonly EventDescription[] => {
  if (ts.isParenthesizedTypeNode(node)) return eventsIn(checker, node.type, doc);
  if (ts.isUnionTypeNode(node)) {
    const text = node.getSourceFile().text;
    return node.types.flatMap((part, index) => {
      const before = text.slice(index === 0 ? node.getFullStart() : node.types[index - 1]!.end, part.getStart());
      return eventsIn(checker, part, docIn(before));
    });
  }
  if (ts.isTypeReferenceNode(node)) {
    const declaration = declarationOf(checker, node);
    if (declaration && ts.isTypeAliasDeclaration(declaration)) return eventsIn(checker, declaration.type, doc || docOf(declaration));
  }
  if (ts.isTypeLiteralNode(node)) return [eventOf(checker, node, doc)];
  throw new Error(`This is no event: ${node.getText()}`);
};

const eventOf = (checker: ts.TypeChecker, node: ts.TypeLiteralNode, doc: string): EventDescription => {
  const typeOf = (name: string) => node.members.filter(ts.isPropertySignature).find((member) => member.name.getText() === name)?.type;
  const type = typeOf('type');
  const data = typeOf('data');
  if (!type || !data || !ts.isLiteralTypeNode(type) || !ts.isStringLiteral(type.literal))
    throw new Error(`This is no event: ${node.getText()}`);
  return {
    type: type.literal.text,
    doc: doc || docOf(node.members.find((member) => member.name?.getText() === 'data')!),
    fields: fieldsOf(checker, data),
    data,
  };
};

/** Of every shape that the data may have; what not every shape has is optional. */
const fieldsOf = (checker: ts.TypeChecker, node: ts.TypeNode): readonly EventField[] => {
  const type = checker.getTypeFromTypeNode(node);
  const shapes = type.isUnion() ? type.types : [type];
  const fields = new Map<string, EventField[]>();
  for (const shape of shapes) {
    for (const property of checker.getPropertiesOfType(shape)) {
      const field = fieldOf(checker, property);
      if (field) fields.set(field.name, [...(fields.get(field.name) ?? []), field]);
    }
  }
  return [...fields.entries()].map(([name, found]) => ({
    name,
    optional: found.length < shapes.length || found.some(({ optional }) => optional),
    type: [...new Set(found.map((field) => field.type))].join(' | '),
    doc: found.find((field) => field.doc !== '')?.doc ?? '',
  }));
};

const fieldOf = (checker: ts.TypeChecker, property: ts.Symbol): EventField | undefined => {
  const declaration = property.declarations?.find(ts.isPropertySignature);
  if (!declaration?.type) return undefined;
  return {
    name: property.name,
    optional: declaration.questionToken !== undefined,
    type: typeText(declaration.type),
    doc: docOf(declaration) || ts.displayPartsToString(property.getDocumentationComment(checker)),
  };
};

const typeText = (node: ts.TypeNode): string =>
  node
    .getText()
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/\breadonly /g, '')
    .replace(/\s+/g, ' ')
    .replace(/^\| /, '')
    .trim();
