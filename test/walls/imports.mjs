// Who may import whom: the walls between the rooms of the house, as ARCHITECTURE.md states them.
const testTools = ['vitest', 'fast-check'];
const timeLibrary = ['temporal-polyfill'];
/** What is drawn with, and the words that the bundler keeps apart. */
const screenLibraries = /^(react|react-dom|@mantine\/[a-z-]+|@tanstack\/[a-z-]+|@fullcalendar\/[a-z-]+|echarts|@dagrejs\/dagre|virtual:words)$/;
/** The screens' lists of practices; the rest of web/record names none. */
const screenLists = /^src\/web\/record\/(first|further)-definitions\.ts$/;
const layers = ['parts', 'record', 'practices', 'pages', 'shells'];

const isRecord = (path) => /(^|[/.])record\.ts$/.test(path);
/** Texts are data that needs no record: screens may say them. */
const isWords = (path) => /-texts\.ts$/.test(path);
const isReader = (path) => /(^|[/.])(queries|gather)\.ts$/.test(path);
const isRule = (path) => /(^|[/.])(rules|gather|reactions)\.ts$/.test(path);
const roomOf = (path) => (path.startsWith('src/') ? path.split('/')[1] : null);
const practiceOf = (path) => /^src\/practices\/([^/]+)\//.exec(path)?.[1] ?? null;
const layerOf = (path) => /^src\/web\/([^/]+)\//.exec(path)?.[1] ?? null;

/** What each room may import: `file(to, from)` and `pack(name)` answer true when it may. */
const rooms = {
  kernel: { file: (to) => roomOf(to) === 'kernel', pack: (name) => timeLibrary.includes(name) },
  calculus: { file: (to) => roomOf(to) === 'calculus', pack: (name) => timeLibrary.includes(name) },
  practices: { file: practiceMay, pack: () => false },
  platform: { file: (to) => ['kernel', 'calculus', 'platform'].includes(roomOf(to)), pack: () => true, node: true },
  app: { file: (to) => roomOf(to) !== null || to === 'package.json', pack: () => true, node: true },
  web: { file: webMay, pack: (name) => screenLibraries.test(name) || timeLibrary.includes(name) },
};

function practiceMay(to, from) {
  if (roomOf(to) === 'kernel' || roomOf(to) === 'calculus') return true;
  if (practiceOf(to) !== null && practiceOf(to) === practiceOf(from.path)) return true;
  if (practiceOf(to) !== null) return isRecord(to);
  if (from.path.endsWith('.db.test.ts')) return roomOf(to) === 'platform';
  return to.startsWith('src/platform/db/') && (isReader(from.path) || from.test);
}

function webMay(to, from) {
  if (roomOf(to) === 'web') return true;
  const layer = layerOf(from.path);
  if (layer === 'parts') return roomOf(to) === 'calculus' || to === 'src/kernel/text.ts';
  if (roomOf(to) === 'kernel' || roomOf(to) === 'calculus') return true;
  return (layer !== 'record' || screenLists.test(from.path)) && practiceOf(to) !== null && (isRecord(to) || isWords(to));
}

/** Findings over the whole tree. `dependencies` are the package names an installation has. */
export function importFindings(files, dependencies) {
  const known = new Map(files.map((file) => [file.path, file]));
  const found = files.flatMap((file) =>
    file.imports.flatMap((each) => wrong(file, each, dependencies).map((finding) => ({ path: file.path, line: each.line, ...finding }))),
  );
  return [...found, ...layerFindings(files, known), ...cycleFindings(files, known)];
}

function wrong(from, { name, to, package: pack, node, lazy }, dependencies) {
  const room = rooms[from.room];
  if (!from.room) return [];
  if (!room) return [{ rule: 'room', message: `src/${from.room} is no room of the house: ${Object.keys(rooms).join(', ')}` }];
  if (node) return room.node || from.test ? [] : [{ rule: `${from.room}-node`, message: `${from.room} may not import the Node module ${name}` }];
  if (pack) return [...packageWrong(from, room, pack), ...(lazy ? [] : developmentWrong(from, pack, dependencies))];
  return fileWrong(from, room, to);
}

function packageWrong(from, room, pack) {
  if (room.pack(pack) || (from.test && testTools.includes(pack))) return [];
  return [{ rule: `${from.room}-package`, message: `${from.room} may not import the package ${pack}` }];
}

function developmentWrong(from, pack, dependencies) {
  if (!['platform', 'app'].includes(from.room) || from.test || from.path === 'src/app/generate.ts' || dependencies.includes(pack)) return [];
  return [{ rule: 'development-package', message: `${pack} is not in "dependencies": an installation would not have it` }];
}

function fileWrong(from, room, to) {
  if (from.test && to.startsWith('test/')) return [];
  const found = [];
  if (!room.file(to, from)) found.push({ rule: `${from.room}-room`, message: `${from.room} may not import ${to}` });
  if (from.room === 'practices' && !from.test && isReader(to) && !isReader(from.path))
    found.push({ rule: 'pure-reader', message: `${to} reads the database: only queries.ts and gather.ts may import it inside practices` });
  if (from.room === 'app' && !from.test && from.path !== 'src/app/registry.ts' && practiceOf(to) && isRule(to))
    found.push({ rule: 'registry', message: `only src/app/registry.ts lists practices, so it alone imports ${to}` });
  return found;
}

/** `parts <- record <- practices <- pages <- shells`, also through a file that lies in none of them. */
function layerFindings(files, known) {
  const heights = new Map();
  const inWeb = (path) => roomOf(path) === 'web' && known.has(path);
  const height = (path) => {
    if (heights.has(path)) return heights.get(path);
    heights.set(path, layers.indexOf(layerOf(path)));
    const beneath = known
      .get(path)
      .imports.filter((each) => each.to && inWeb(each.to))
      .map((each) => height(each.to));
    heights.set(path, Math.max(heights.get(path), ...beneath));
    return heights.get(path);
  };
  return files
    .filter((file) => inWeb(file.path) && !file.test && layers.includes(layerOf(file.path)))
    .flatMap((file) => file.imports.filter((each) => each.to && inWeb(each.to)).map((each) => ({ file, each, own: layers.indexOf(layerOf(file.path)) })))
    .filter(({ each, own }) => height(each.to) > own)
    .map(({ file, each, own }) => ({
      path: file.path,
      line: each.line,
      rule: 'web-layer',
      message: `web/${layers[own]} may not reach up to web/${layers[height(each.to)]} (by ${each.to})`,
    }));
}

/** One finding per circle, at its first file. */
function cycleFindings(files, known) {
  const state = new Map();
  const found = [];
  const visit = (path, trail) => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      const circle = trail.slice(trail.indexOf(path));
      found.push({ path: circle[0], line: 1, rule: 'cycle', message: `imports go in a circle: ${[...circle, path].join(' -> ')}` });
      return;
    }
    state.set(path, 'open');
    for (const each of known.get(path).imports) if (each.to && known.has(each.to)) visit(each.to, [...trail, path]);
    state.set(path, 'done');
  };
  for (const file of files) visit(file.path, []);
  return found;
}
