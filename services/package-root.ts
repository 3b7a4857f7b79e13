import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from './fault.ts';

/** Whether this folder holds the package.json of Ketenregie itself (not that of a library). */
function isPackageRoot(folder: string): boolean {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return false;
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof content === 'object' && content !== null && 'name' in content && content.name === 'ketenregie';
}

function findPackageRoot(): string {
  let folder = import.meta.dirname;
  for (;;) {
    if (isPackageRoot(folder)) return folder;
    const parent = dirname(folder);
    if (parent === folder) throw new Fault('house-no-root', 'never', 'no package.json of ketenregie above the code');
    folder = parent;
  }
}

let root: string | undefined;

/**
 * Absolute path of a data file that lies beside the code (`services/vragen/woorden/soorten.yaml`). Use this instead of a path
 * relative to the module: after the build the modules run from `dist/`, the data files stay where they are.
 */
export function dataFile(relativePath: string): string {
  root ??= findPackageRoot();
  return join(root, relativePath);
}
