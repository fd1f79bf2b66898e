// What the bundler understands beside TypeScript: style sheets.
declare module '*.css';
