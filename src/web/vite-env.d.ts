// What the bundler understands beside TypeScript: style sheets, and the words of one language.
declare module '*.css';
declare module 'virtual:words/*' {
  const table: readonly (readonly (string | 0)[] | 0)[];
  export default table;
}
