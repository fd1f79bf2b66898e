// What the bundler understands beside TypeScript: style sheets and pictures.
declare module '*.css';
declare module '*.svg' {
  const address: string;
  export default address;
}
