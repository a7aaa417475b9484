import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ServeMistake } from './options';

/** Where Excel for Windows looks for add-ins of developers (learn.microsoft.com/office/dev/add-ins/testing/sideload-office-add-ins-for-testing). */
const WINDOWS_KEY = 'HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer';
/** The same for Excel for Mac, below the home folder. */
const MAC_CONTAINER = 'Library/Containers/com.microsoft.Excel/Data/Documents';

export interface AddInFile {
  readonly id: string;
  readonly manifest: string;
}

/** How an Excel on this machine is told of an add-in, and made to forget it. */
export interface Registration {
  add(): void;
  remove(): void;
  openExcel(): void;
}

type Run = (command: string, args: readonly string[]) => void;

/** @throws ServeMistake where there can be no Excel that takes add-ins from a file */
export function registrationFor(platform: NodeJS.Platform, home: string, { id, manifest }: AddInFile, run: Run = runOrFail): Registration {
  switch (platform) {
    case 'win32': return {
      add: () => run('reg', ['add', WINDOWS_KEY, '/v', id, '/t', 'REG_SZ', '/d', manifest, '/f']),
      remove: () => run('reg', ['delete', WINDOWS_KEY, '/v', id, '/f']),
      openExcel: () => run('cmd', ['/c', 'start', '', 'excel']),
    };
    case 'darwin': return macRegistration(path.join(home, MAC_CONTAINER), id, manifest, run);
    default: throw new ServeMistake('npm run start:excel には Windows か macOS の Excel が要ります。Excel のない機械では npm start をお使いください。\nstart:excel needs Excel on Windows or macOS; without Excel, use npm start.');
  }
}

function macRegistration(container: string, id: string, manifest: string, run: Run): Registration {
  const file = path.join(container, 'wef', `${id}.manifest.xml`);
  return {
    add: () => {
      if (!existsSync(container)) throw new ServeMistake('Excel for Mac が見つかりません。一度 Excel を起動してから、もう一度お試しください。 Start Excel once, then try again.');
      mkdirSync(path.dirname(file), { recursive: true });
      copyFileSync(manifest, file);
    },
    remove: () => rmSync(file, { force: true }),
    openExcel: () => run('open', ['-a', 'Microsoft Excel']),
  };
}

function runOrFail(command: string, args: readonly string[]): void {
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (error || status !== 0) throw new ServeMistake(`${command} が失敗しました: ${(error?.message ?? stderr).trim()}`);
}
