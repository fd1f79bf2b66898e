// What the bundler understands beside TypeScript: style sheets, the words of one language, and the part of a file that is its commands.
declare module '*.css';
declare module 'virtual:words/*' {
  const table: readonly (readonly (string | 0)[] | 0)[];
  export default table;
}
declare module '*/first-definitions.ts?commands' {
  export const firstDefinitions: readonly import('../kernel/record.ts').Definition[];
}
declare module '*/further-definitions.ts?commands' {
  export const furtherDefinitions: readonly import('../kernel/record.ts').Definition[];
}
