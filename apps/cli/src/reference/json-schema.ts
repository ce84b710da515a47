import ts from 'typescript';
import { declarationOf, docOf } from './source-types.js';

export type Schema = { readonly [keyword: string]: unknown };

export interface Schemas {
  /** What JSON of this type looks like. Types of ours that have a name are referred to by it. */
  of(node: ts.TypeNode): Schema;
  /** The named ones that were referred to, by name. */
  named(): Readonly<Record<string, Schema>>;
}

/** Type parameters of a generic type, with what stands for them. */
type Bindings = ReadonlyMap<string, Bound>;
interface Bound {
  readonly node: ts.TypeNode;
  readonly bindings: Bindings;
}

const NONE: Bindings = new Map();

const KEYWORDS: ReadonlyMap<ts.SyntaxKind, Schema> = new Map([
  [ts.SyntaxKind.StringKeyword, { type: 'string' }],
  [ts.SyntaxKind.NumberKeyword, { type: 'number' }],
  [ts.SyntaxKind.BooleanKeyword, { type: 'boolean' }],
  [ts.SyntaxKind.ObjectKeyword, { type: 'object' }],
  [ts.SyntaxKind.UnknownKeyword, {}],
]);

/**
 * JSON Schema (draft 7) of TypeScript's types, as far as data goes: no functions, no classes. Objects may have more fields than are
 * named: a later version may have added some.
 *
 * @param reference where the named ones will stand: `#/components/schemas/`
 */
export const schemasOf = (checker: ts.TypeChecker, reference: string): Schemas => {
  const named = new Map<string, Schema>();

  const ofNode = (node: ts.TypeNode, bindings: Bindings): Schema => {
    const keyword = KEYWORDS.get(node.kind);
    if (keyword) return keyword;
    if (ts.isParenthesizedTypeNode(node)) return ofNode(node.type, bindings);
    if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword) return ofNode(node.type, bindings);
    if (ts.isArrayTypeNode(node)) return { type: 'array', items: ofNode(node.elementType, bindings) };
    if (ts.isUnionTypeNode(node)) return anyOf(node.types.map((part) => ofNode(part, bindings)));
    if (ts.isIntersectionTypeNode(node)) return { allOf: node.types.map((part) => ofNode(part, bindings)) };
    if (ts.isTypeLiteralNode(node)) return ofMembers(node.members, bindings);
    if (ts.isTypeReferenceNode(node)) return ofReference(node, bindings);
    return ofType(checker.getTypeFromTypeNode(node));
  };

  const ofReference = (node: ts.TypeReferenceNode, bindings: Bindings): Schema => {
    const bound = bindings.get(node.typeName.getText());
    if (bound) return ofNode(bound.node, bound.bindings);
    const declaration = declarationOf(checker, node);
    if (!declaration) return ofType(checker.getTypeFromTypeNode(node));
    const parameters = declaration.typeParameters ?? [];
    if (parameters.length > 0) {
      const inside = parameters.map(({ name, default: standard }, index): [string, Bound] => [
        name.text,
        { node: node.typeArguments?.[index] ?? standard!, bindings },
      ]);
      return ofDeclaration(declaration, new Map(inside));
    }
    const name = declaration.name.text;
    if (!named.has(name)) {
      // It may refer to itself.
      named.set(name, {});
      named.set(name, described(ofDeclaration(declaration, NONE), docOf(declaration)));
    }
    return { $ref: `${reference}${name}` };
  };

  const ofDeclaration = (declaration: ts.TypeAliasDeclaration | ts.InterfaceDeclaration, bindings: Bindings): Schema => {
    if (ts.isTypeAliasDeclaration(declaration)) return ofNode(declaration.type, bindings);
    const parents = declaration.heritageClauses?.flatMap(({ types }) => types) ?? [];
    // What it takes from others is known best by the compiler.
    return parents.length > 0 ? ofType(checker.getTypeAtLocation(declaration)) : ofMembers(declaration.members, bindings);
  };

  const ofMembers = (members: ts.NodeArray<ts.TypeElement>, bindings: Bindings): Schema => {
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    let more: Schema | undefined;
    for (const member of members) {
      if (ts.isIndexSignatureDeclaration(member)) more = ofNode(member.type, bindings);
      if (!ts.isPropertySignature(member) || !member.type) continue;
      const name = ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();
      properties[name] = described(ofNode(member.type, bindings), docOf(member));
      if (!member.questionToken) required.push(name);
    }
    return objectOf(properties, required, more);
  };

  const ofType = (open: ts.Type): Schema => {
    const type = checker.getBaseConstraintOfType(open) ?? open;
    // A string with a brand is a string.
    if (type.isIntersection() && type.types.some(({ flags }) => flags & ts.TypeFlags.String)) return { type: 'string' };
    if (type.isUnion()) return anyOf(type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined)).map(ofType));
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === 'true' };
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
    if (type.flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (type.flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (checker.isArrayType(type)) return { type: 'array', items: ofType(checker.getTypeArguments(type as ts.TypeReference)[0]!) };
    const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const properties = checker.getPropertiesOfType(type);
    return objectOf(
      Object.fromEntries(properties.map((property) => [property.name, ofType(checker.getTypeOfSymbol(property))])),
      properties.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional)).map(({ name }) => name),
      index && !(index.type.flags & ts.TypeFlags.Never) ? ofType(index.type) : undefined,
    );
  };

  return { of: (node) => ofNode(node, NONE), named: () => Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1))) };
};

const objectOf = (properties: Readonly<Record<string, Schema>>, required: readonly string[], more: Schema | undefined): Schema => ({
  type: 'object',
  ...(Object.keys(properties).length > 0 ? { properties } : {}),
  ...(required.length > 0 ? { required } : {}),
  ...(more ? { additionalProperties: more } : {}),
});

/** Several constants are one list of values. */
const anyOf = (schemas: readonly Schema[]): Schema => {
  if (schemas.length === 1) return schemas[0]!;
  if (schemas.every((schema) => Object.keys(schema).length === 1 && 'const' in schema))
    return { enum: schemas.map((schema) => schema.const) };
  return { anyOf: schemas };
};

/** Next to a reference no other word counts. */
const described = (schema: Schema, description: string): Schema => {
  if (description === '') return schema;
  return '$ref' in schema ? { description, allOf: [schema] } : { ...schema, description };
};
