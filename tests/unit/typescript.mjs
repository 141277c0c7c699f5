// Reads code with the TypeScript compiler and says what it found, as JSON: one entry a source.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [compiler, sources] = process.argv.slice(2);
const ts = createRequire(import.meta.url)(compiler);

/** The value of a literal; anything that is not plain data has none. */
function value(node) {
  if (ts.isStringLiteral(node)) return node.text;
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(value);
  if (!ts.isObjectLiteralExpression(node))
    throw new Error(ts.SyntaxKind[node.kind]);
  // Pairs, as an object would lose an entry called `__proto__`.
  return {
    entries: node.properties.map((entry) => [
      key(entry),
      value(entry.initializer),
    ]),
  };
}

function key(entry) {
  if (!ts.isPropertyAssignment(entry))
    throw new Error(ts.SyntaxKind[entry.kind]);
  const computed = ts.isComputedPropertyName(entry.name);
  const name = (computed ? entry.name.expression : entry.name).text;
  if (name === "__proto__" && !computed) throw new Error("sets the prototype");
  return name;
}

/** The values of variables, and the comments of functions. */
function read(text) {
  const file = ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true);
  const faults = file.parseDiagnostics.map((fault) => fault.messageText);
  const directives = (file.commentDirectives ?? []).length;
  const found = { faults, directives, values: [], comments: [] };
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) {
      found.values.push(
        value(statement.declarationList.declarations[0].initializer),
      );
    } else {
      const ranges =
        ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? [];
      found.comments.push(
        ranges.map((range) => text.slice(range.pos, range.end)),
      );
    }
  }
  return found;
}

function tried(text) {
  try {
    return read(text);
  } catch (error) {
    return { faults: [String(error)] };
  }
}

console.log(
  JSON.stringify(JSON.parse(readFileSync(sources, "utf8")).map(tried)),
);
