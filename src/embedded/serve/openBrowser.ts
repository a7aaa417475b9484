import { spawn } from 'node:child_process';

/** Shows an address in the person's browser, where there is one; says nothing where there is none. */
export function openBrowser(address: string): void {
  const [command, args] = opener(address);
  if (command === undefined) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function opener(address: string): [string | undefined, string[]] {
  switch (process.platform) {
    // "start" takes its first quoted word for a window title.
    case 'win32': return ['cmd', ['/c', 'start', '""', address]];
    case 'darwin': return ['open', [address]];
    // Without a screen there is nothing to open it on.
    default: return [process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ? 'xdg-open' : undefined, [address]];
  }
}
