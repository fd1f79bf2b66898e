// What every single file keeps: sizes, a first line that says what it is for, purity, and no half-finished work.
const warnAt = 250;
const failAt = 400;
const testFailAt = 500;
const kernelBudget = 1500;
const pureRooms = ['kernel', 'calculus', 'practices'];

/** Findings of each file; `warns` marks those that do not fail the check. */
export function fileFindings(files) {
  const found = files.flatMap((file) =>
    [...size(file), ...firstLine(file), ...unfinished(file), ...syntax(file)].map((each) => ({ path: file.path, line: 1, ...each })),
  );
  return [...found, ...budget(files)];
}

function size(file) {
  const limit = file.test ? testFailAt : failAt;
  if (file.lines > limit) return [{ rule: 'size', message: `${file.lines} lines; the limit is ${limit}` }];
  return !file.test && file.lines > warnAt ? [{ rule: 'size', warns: true, message: `${file.lines} lines; aim at 150, ${limit} fails` }] : [];
}

function budget(files) {
  const lines = files.filter((file) => file.room === 'kernel' && !file.test).reduce((sum, file) => sum + file.lines, 0);
  if (lines <= kernelBudget) return [];
  return [{ path: 'src/kernel', line: 1, rule: 'kernel-budget', message: `${lines} lines; the budget of the kernel is ${kernelBudget}` }];
}

function firstLine(file) {
  const first = file.text.split('\n').find((line) => !line.startsWith('#!')) ?? '';
  const said = file.path.endsWith('.sql') ? first.startsWith('-- ') : /^(\/\/ |\/\*)/.test(first);
  return said ? [] : [{ rule: 'first-line', message: 'the first line must be a comment that says what the file is for' }];
}

function unfinished(file) {
  const found = [];
  for (const { text, line } of sqlComments(file).concat(file.comments)) {
    if (/\b(TODO|FIXME|XXX|HACK)\b/.test(text)) found.push({ line, rule: 'unfinished', message: 'finish it, or write an issue: no TODO or FIXME' });
    if (/@ts-(ignore|nocheck)\b/.test(text) || (!file.test && /@ts-expect-error\b/.test(text)))
      found.push({ line, rule: 'type-escape', message: 'mend the type; only a test may expect a type error' });
    if (looksLikeCode(text)) found.push({ line, rule: 'commented-out', message: 'commented-out code: delete it, the history remembers' });
  }
  return found;
}

const sqlComments = (file) =>
  file.path.endsWith('.sql')
    ? file.text.split('\n').flatMap((text, at) => (text.includes('--') ? [{ text: text.slice(text.indexOf('--') + 2), line: at + 1 }] : []))
    : [];

const codeLine = /^[\s*]*((import|export|const|let|return|await)\b|(if|for|while) \(|[\w.]+\().*[;{]\s*$/;
const looksLikeCode = (text) => text.split('\n').some((line) => codeLine.test(line) && !line.includes('`'));

function syntax(file) {
  const found = [];
  const add = (line, rule, message) => found.push({ line: line(), rule, message });
  file.visit((node, line) => {
    if (isWidening(node)) add(line, 'type-escape', 'no "as unknown as": mend the type, or check the value');
    const held = file.test ? heldBack(node) : null;
    if (held) add(line, 'held-back-test', `no ${held}: run it, mend it or delete it`);
    const impure = file.test ? null : impurity(node, file.room);
    if (file.room === 'web' && isEarly(node) && !knowsCommands.has(file.path))
      add(line, 'early-commands', 'ask commandsOf of web/record/commands.ts: the built definition has only the command that makes a record');
    if (impure) add(line, 'impure', `${impure}: time and chance arrive as arguments`);
  });
  return found;
}

/** Where the commands of a definition are put together, and where only the one that makes a record is asked for. */
const knowsCommands = new Set(['src/web/record/commands.ts', 'src/web/record/queries.ts']);
const isEarly = (node) =>
  node.type === 'MemberExpression' && !node.computed && node.property.name === 'commands' && ['Identifier', 'MemberExpression'].includes(node.object.type);

const isWidening = (node) =>
  node.type === 'TSAsExpression' && node.expression.type === 'TSAsExpression' && node.expression.typeAnnotation.type === 'TSUnknownKeyword';

function heldBack(node) {
  if (node.type === 'Identifier' && /^(xit|xtest|xdescribe|fit|fdescribe)$/.test(node.name)) return node.name;
  if (node.type !== 'MemberExpression' || !/^(only|skip|todo|fails)$/.test(node.property.name)) return null;
  const root = node.object.type === 'MemberExpression' ? node.object.object : node.object;
  return root.type === 'Identifier' && /^(it|test|describe|suite|bench)$/.test(root.name) ? `${root.name}.${node.property.name}` : null;
}

const impureMembers = new Set(['Date.now', 'Math.random', 'Temporal.Now', 'crypto.randomUUID', 'crypto.getRandomValues']);

/** In the pure rooms even the mention is wrong; in `platform` the call is: as a default for an argument it may be named. */
function impurity(node, room) {
  const pure = pureRooms.includes(room);
  if (!pure && room !== 'platform') return null;
  if (pure && node.type === 'MemberExpression') return impureMember(node);
  if (!pure && node.type === 'CallExpression' && node.callee.type === 'MemberExpression') return impureMember(node.callee);
  if (node.type === 'NewExpression' && node.callee.name === 'Date' && node.arguments.length === 0) return 'new Date()';
  if (node.type === 'CallExpression' && node.callee.name === 'Date') return 'Date()';
  return node.type === 'ImportSpecifier' && /^random(UUID|Bytes|Int|FillSync)$/.test(node.imported.name) ? node.imported.name : null;
}

function impureMember(node) {
  const name = `${node.object.name}.${node.property.name}`;
  return impureMembers.has(name) ? name : null;
}
