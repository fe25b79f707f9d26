// Runs in an empty project under --permission: what is not given here is not to be had. Files come by the standard input.
const given = JSON.parse(Buffer.concat(await Array.fromAsync(process.stdin)).toString())
const { createHash } = await import('node:crypto')
const [net, dns] = await Promise.all([import('node:net'), import('node:dns')])

const refuse = what => () => {
  throw new Error(`the library asked for ${what}`)
}
/**
 * A clock that lies, a century further whenever it is asked: nothing of it may be in any result. PDFium does ask, for
 * the files that it has in memory alone.
 */
let centuries = 0
const lie = () => ++centuries * 3_155_760_000_000
globalThis.Date = new Proxy(Date, {
  construct: (target, args) => Reflect.construct(target, args.length === 0 ? [lie()] : args),
  apply: target => String(new target(lie())),
  get: (target, name) => (name === 'now' ? lie : Reflect.get(target, name)),
})
performance.now = lie
Math.random = refuse('chance')
crypto.getRandomValues = refuse('chance')
crypto.randomUUID = refuse('chance')
globalThis.fetch = refuse('the network')
net.default.Socket.prototype.connect = refuse('the network')
dns.default.lookup = refuse('the network')
const read = new Set()
const note = name => {
  read.add(String(name))
}
process.env = new Proxy(
  {},
  {
    get: (_, name) => note(name),
    has: (_, name) => Boolean(note(name)),
    ownKeys: () => {
      note('all')
      return []
    },
  },
)

const { convert } = await import('gongkai')
const said = {}
for (const { name, base64 } of given) {
  const { verdict, outputs } = await convert({ name, bytes: Buffer.from(base64, 'base64') })
  const hash = bytes => createHash('sha256').update(bytes).digest('hex')
  said[name] = {
    verdict,
    ...Object.fromEntries(Object.entries(outputs).map(([role, bytes]) => [role, hash(bytes)])),
  }
}
console.log(JSON.stringify({ said, read: [...read] }))
