// The file system of the embedded PostgreSQL, with the fsync that its runtime leaves out.

import fs from 'node:fs';
import path from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * PGlite 0.5 starts with `-F` and its NODEFS has no fsync hook, so no commit ever reaches the disk. This class adds the
 * hook; the start parameters below turn fsync on and choose the one sync method that calls it. It leans on internals of
 * the exact version pinned in package.json, hence `syncs` and the self-test at every start.
 */
export class DurableNodeFS extends NodeFS {
  /** Number of syncs that reached the operating system. */
  syncs = 0;
  /**
   * Called when the server gives up (PANIC, for instance because a sync failed). PGlite swallows that and calls it again
   * without end, so this callback is the last chance to tell anybody.
   */
  onAbort: () => void = () => undefined;

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const ready = await super.init(...args);
    ready.emscriptenOpts.preRun?.push((module) => {
      addHooks(nodeFileSystemOf(module), () => {
        this.syncs += 1;
      });
    });
    Object.assign(ready.emscriptenOpts, { onAbort: () => this.onAbort() });
    return ready;
  }
}

/** The parameters of a durable start, from PGlite's own. */
export function durableStartParams(defaults: readonly string[]): string[] {
  return [...defaults.filter((param) => param !== '-F'), '-c', 'wal_sync_method=fsync'];
}

type Node = { mode: number };
type Stream = { nfd?: number; node: Node };
type NodeFileSystem = {
  realPath(node: Node): string;
  tryFSOperation<T>(work: () => T): T;
  stream_ops: { fsync?: (stream: Stream) => number };
  node_ops: { rename: (node: Node & { name: string }, directory: Node, name: string) => void };
};

function addHooks(nodefs: NodeFileSystem, synced: () => void): void {
  nodefs.stream_ops.fsync = (stream) => {
    nodefs.tryFSOperation(() => {
      if (stream.nfd === undefined) syncPath(nodefs.realPath(stream.node));
      else fs.fdatasyncSync(stream.nfd);
    });
    synced();
    return 0;
  };
  // The runtime unlinks the target first; a crash in between would leave neither file.
  nodefs.node_ops.rename = (node, directory, name) => {
    nodefs.tryFSOperation(() => fs.renameSync(nodefs.realPath(node), path.join(nodefs.realPath(directory), name)));
    node.name = name;
  };
}

function syncPath(file: string): void {
  const fd = fs.openSync(file, 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

function nodeFileSystemOf(module: object): NodeFileSystem {
  const found = Reflect.get(Reflect.get(module, 'FS') ?? {}, 'filesystems')?.NODEFS ?? Reflect.get(module, 'NODEFS');
  if (found?.stream_ops && found.node_ops && typeof found.tryFSOperation === 'function') return found as NodeFileSystem;
  throw new Error('this PGlite has no NODEFS where Tessera expects it: install exactly the version in package.json');
}
