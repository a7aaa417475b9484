import { readFileSync } from 'node:fs';

/** Every installed package of package-lock.json; `dev`: it serves building and testing, and no part of it reaches a user. */
export function packagesOf(root) {
  const { packages } = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8'));
  return Object.entries(packages).filter(([path]) => path !== '').map(([path, entry]) => ({ path, name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), ...entry }));
}

export const rootOf = (root) => JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
