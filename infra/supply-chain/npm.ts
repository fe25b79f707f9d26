/** How npm is called: under npm run this is npm's own script, without a shell, and without npm.cmd on Windows. */
export const npmCommand = (): readonly [command: string, before: readonly string[]] => {
  const npm = process.env['npm_execpath']
  return npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
}
